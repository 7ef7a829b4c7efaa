// Another name or place for a site of a firm. Its listings are then compared again.
// takes  $id, $firm_id, $municipality, $properties (of Site), $at
// gives  id; no row when it is not the firm's, or the municipality does not exist
MATCH (:Firm {id: $firm_id})-[:OWNS]->(s:Site {id: $id})
MATCH (m:Municipality {id: $municipality})
SET s += $properties
WITH s, m
OPTIONAL MATCH (s)-[old:LOCATED_IN]->(other:Municipality) WHERE other <> m
DELETE old
WITH DISTINCT s, m
MERGE (s)-[:LOCATED_IN]->(m)
WITH s
OPTIONAL MATCH (s)-[:CARRIES]->(l:Listing)
SET l.changed_at = $at
RETURN DISTINCT s.id AS id
