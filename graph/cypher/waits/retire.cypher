// A listing no longer waits for any other process than these.
// takes  $listing_id, $process_ids
// gives  nothing
MATCH (:Listing {id: $listing_id})-[w:WAITS_FOR]->(p:Process)
WHERE NOT p.id IN $process_ids
DELETE w
