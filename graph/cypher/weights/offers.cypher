// Weights on offer.
// takes  $limit
// gives  offer (properties of WeightsOffer); newest first
MATCH (o:WeightsOffer)
WHERE o.version IS NOT NULL
RETURN o {.*} AS offer
ORDER BY o.created_at DESC, o.id DESC
LIMIT $limit
