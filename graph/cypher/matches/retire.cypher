// The pairs of a listing that the ranker no longer gives: gone when nobody decided, else no longer current.
// takes  $listing_id, $kept (ids of the counterparts in pairs that stay)
// gives  n_deleted, n_retired (one row)
MATCH (:Listing {id: $listing_id})<-[:OF_OUTPUT|FOR_NEED]-(m:Match)-[:OF_OUTPUT|FOR_NEED]->(other:Listing)
WHERE other.id <> $listing_id AND NOT other.id IN $kept
SET m.is_current = false
WITH m, EXISTS { (:Decision)-[:ON]->(m) } AS is_decided
FOREACH (gone IN CASE WHEN is_decided THEN [] ELSE [m] END | DETACH DELETE gone)
RETURN sum(CASE WHEN is_decided THEN 0 ELSE 1 END) AS n_deleted,
       sum(CASE WHEN is_decided THEN 1 ELSE 0 END) AS n_retired
