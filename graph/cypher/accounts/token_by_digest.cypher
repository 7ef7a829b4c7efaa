// The key with a digest.
// takes  $digest
// gives  token (its properties and user_id); at most one row
MATCH (u:User)-[:HOLDS]->(t:Token {digest: $digest})
RETURN t {.*, user_id: u.id} AS token
