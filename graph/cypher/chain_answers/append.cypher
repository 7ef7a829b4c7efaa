// What a coordinator says of a chain. An id that is there already is left exactly as it is.
// takes  $chain_id, $id, $properties (the others of ChainAnswer)
// gives  id; no row when there is no such chain, or the id belongs to what was said of another
MATCH (c:Chain {id: $chain_id})
MERGE (a:ChainAnswer {id: $id})
  ON CREATE SET a += $properties
WITH a, c
WHERE NOT EXISTS { MATCH (a)-[:SAID_OF]->(other:Chain) WHERE other <> c }
MERGE (a)-[:SAID_OF]->(c)
RETURN a.id AS id
