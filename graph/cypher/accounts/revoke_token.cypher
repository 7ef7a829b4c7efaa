// Takes a key away from the person who holds it.
// takes  $user_id, $token_id
// gives  n_revoked (one row)
MATCH (:User {id: $user_id})-[:HOLDS]->(t:Token {id: $token_id})
DETACH DELETE t
RETURN count(*) AS n_revoked
