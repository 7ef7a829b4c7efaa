// Keeps weights that were learned and may be switched to. An offer that is there stays as it is.
// takes  $version, $properties (the others of WeightsOffer)
// gives  id; that of the offer which was there already when the same was learned again
MERGE (o:WeightsOffer {version: $version})
  ON CREATE SET o += $properties
RETURN o.id AS id
