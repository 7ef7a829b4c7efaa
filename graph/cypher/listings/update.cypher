// What the owner changed. Moves the listing when it is now at another site of the same firm.
// takes  $id, $site_id, $firm_id, $properties (those of Listing that an edit may change)
// gives  id; no row when listing and site do not both belong to the firm
MATCH (f:Firm {id: $firm_id})-[:OWNS]->(:Site)-[old:CARRIES]->(l:Listing {id: $id})
MATCH (f)-[:OWNS]->(s:Site {id: $site_id})
SET l.matched_by = CASE WHEN l.changed_at = $properties.changed_at THEN l.matched_by ELSE '' END
SET l += $properties
DELETE old
MERGE (s)-[:CARRIES]->(l)
RETURN l.id AS id
