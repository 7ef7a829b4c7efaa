// What a listing and its counterparts wait for. What is known of a counterpart stays, it has its own turn; only that it
// waits for this listing, too, is added, before the last four others.
// takes  $listing_id, $rows (listing_id, process_id, properties of WAITS_FOR)
// gives  listing_id, process_id; listings that are gone are left out
UNWIND $rows AS row
MATCH (l:Listing {id: row.listing_id})
MATCH (p:Process {id: row.process_id})
MERGE (l)-[w:WAITS_FOR]->(p)
  ON CREATE SET w = row.properties
WITH l, p, w, row, row.properties.for_ids AS now
SET w.for_ids = now + [id IN w.for_ids WHERE NOT id IN now][..4]
FOREACH (mine IN CASE WHEN l.id = $listing_id THEN [w] ELSE [] END | SET mine = row.properties)
RETURN l.id AS listing_id, p.id AS process_id
