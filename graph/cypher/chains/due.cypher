// Listings whose pairs changed, or whose possible processors did, after their chains were last reckoned.
// takes  $limit
// gives  id, pairs_edition (to mark them with); longest compared first
MATCH (l:Listing)
WHERE l.matched_at IS NOT NULL AND coalesce(l.chained_edition, -1) <> coalesce(l.pairs_edition, 0)
RETURN l.id AS id, coalesce(l.pairs_edition, 0) AS pairs_edition
ORDER BY l.matched_at, l.id
LIMIT $limit
