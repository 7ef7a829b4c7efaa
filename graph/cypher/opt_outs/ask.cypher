// Keeps whom a firm does not want to be matched with. An id that is there already stays as it is.
// takes  $id, $firm_id, $properties (the others of OptOut)
// gives  id; no row when there is no such firm
MATCH (f:Firm {id: $firm_id})
MERGE (o:OptOut {id: $id})
  ON CREATE SET o += $properties
MERGE (f)-[:ASKED]->(o)
RETURN o.id AS id
