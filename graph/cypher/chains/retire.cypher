// The chains of a listing that are no longer found: gone when nobody said anything of them, else kept as past.
// Pairs that were not looked at this time keep theirs while they are pairs.
// takes  $listing_id, $kept (ids of chains), $looked_at (ids of counterparts)
// gives  n_gone (one row)
MATCH (:Listing {id: $listing_id})<-[:LEADS_FROM|LEADS_TO]-(c:Chain)-[:LEADS_FROM|LEADS_TO]->(other:Listing)
WHERE other.id <> $listing_id AND NOT c.id IN $kept
  AND (
    other.id IN $looked_at
    OR NOT EXISTS { (:Match {output_id: c.output_id, need_id: c.need_id, is_current: true}) }
  )
SET c.is_current = false
WITH c, EXISTS { (:ChainAnswer)-[:SAID_OF]->(c) } AS is_answered
FOREACH (gone IN CASE WHEN is_answered THEN [] ELSE [c] END | DETACH DELETE gone)
RETURN count(c) AS n_gone
