// What a coordinator says of a chain. The same id again changes nothing.
// takes  $chain_id, $id, $properties (the others of ChainAnswer)
// gives  id; no row when there is no such chain
MATCH (c:Chain {id: $chain_id})
MERGE (a:ChainAnswer {id: $id})
  ON CREATE SET a += $properties
MERGE (a)-[:SAID_OF]->(c)
RETURN a.id AS id
