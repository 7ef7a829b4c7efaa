// A personal key to the API.
// takes  $id, $user_id, $properties (of Token)
// gives  id; no row when there is no such person
MATCH (u:User {id: $user_id})
MERGE (t:Token {id: $id})
SET t += $properties
MERGE (u)-[:HOLDS]->(t)
RETURN t.id AS id
