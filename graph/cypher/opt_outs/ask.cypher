// Keeps whom a firm does not want to be matched with. An id that is there already stays as it is. Where it holds at
// once, the firm's listings are then compared again.
// takes  $id, $firm_id, $properties (the others of OptOut), $at
// gives  id; no row when there is no such firm
MATCH (f:Firm {id: $firm_id})
MERGE (o:OptOut {id: $id})
  ON CREATE SET o += $properties
MERGE (f)-[:ASKED]->(o)
WITH f, o
OPTIONAL MATCH (f)-[:OWNS]->(:Site)-[:CARRIES]->(l:Listing) WHERE o.state = 'holds'
SET l.changed_at = $at, l.matched_by = ''
RETURN DISTINCT o.id AS id
