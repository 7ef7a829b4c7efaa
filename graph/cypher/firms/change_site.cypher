// Another name or place for a site of a firm. Its listings are then compared again; with another place they
// say something else from now on.
// takes  $id, $firm_id, $municipality, $properties (of Site), $at
// gives  id; no row when it is not the firm's, or the municipality does not exist
MATCH (:Firm {id: $firm_id})-[:OWNS]->(s:Site {id: $id})
MATCH (m:Municipality {id: $municipality})
WITH s, m, NOT EXISTS { (s)-[:LOCATED_IN]->(m) }
  OR coalesce(s.location <> $properties.location, (s.location IS NULL) <> ($properties.location IS NULL)) AS is_moved
SET s += $properties
WITH s, m, is_moved
OPTIONAL MATCH (s)-[old:LOCATED_IN]->(other:Municipality) WHERE other <> m
DELETE old
WITH DISTINCT s, m, is_moved
MERGE (s)-[:LOCATED_IN]->(m)
WITH s, is_moved
OPTIONAL MATCH (s)-[:CARRIES]->(l:Listing)
SET l.changed_at = $at, l.matched_by = '', l.edition = coalesce(l.edition, 0) + CASE WHEN is_moved THEN 1 ELSE 0 END
RETURN DISTINCT s.id AS id
