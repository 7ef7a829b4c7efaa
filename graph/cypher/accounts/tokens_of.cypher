// The keys that a person holds.
// takes  $user_id
// gives  token (its properties and user_id); oldest first
MATCH (u:User {id: $user_id})-[:HOLDS]->(t:Token)
RETURN t {.*, user_id: u.id} AS token
ORDER BY t.created_at, t.id
