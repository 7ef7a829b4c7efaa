// One answer to a match. An id that is there already is left exactly as it is.
// takes  $id, $match_id, $properties (of Decision)
// gives  nothing
MATCH (m:Match {id: $match_id})
MERGE (d:Decision {id: $id})
  ON CREATE SET d += $properties
MERGE (d)-[:ON]->(m)
