// What one side says came of an exchange. An id that is there already is left exactly as it is.
// takes  $id, $exchange_id, $properties (the others of Outcome)
// gives  id; no row when there is no such exchange, or the id belongs to what was said of another
MATCH (e:Exchange {id: $exchange_id})
MERGE (c:Outcome {id: $id})
  ON CREATE SET c += $properties
WITH c, e
WHERE c.side = $properties.side
  AND NOT EXISTS { MATCH (c)-[:CAME_OF]->(other:Exchange) WHERE other <> e }
MERGE (c)-[:CAME_OF]->(e)
RETURN c.id AS id
