// One answer to a match. An id that is there already is left exactly as it is; the answer of another firm or
// side, or to another match, is never taken for this one.
// takes  $id, $match_id, $properties (of Decision)
// gives  id; no row when the id belongs to another answer
MATCH (m:Match {id: $match_id})
MERGE (d:Decision {id: $id})
  ON CREATE SET d += $properties
WITH d, m
WHERE d.firm_id = $properties.firm_id
  AND d.side = $properties.side
  AND NOT EXISTS { MATCH (d)-[:ON]->(other:Match) WHERE other <> m }
MERGE (d)-[:ON]->(m)
RETURN d.id AS id
