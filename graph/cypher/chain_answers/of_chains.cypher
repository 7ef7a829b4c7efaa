// All that was said of some chains.
// takes  $chain_ids
// gives  answer (properties of ChainAnswer, chain_id, user_email null when the login is gone); newest first
MATCH (a:ChainAnswer)-[:SAID_OF]->(c:Chain)
WHERE c.id IN $chain_ids
OPTIONAL MATCH (u:User {id: a.user_id})
RETURN a {.*, chain_id: c.id, user_email: u.email} AS answer
ORDER BY a.said_at DESC, a.id DESC
