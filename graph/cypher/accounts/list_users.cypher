// Everybody with a login.
// takes  nothing
// gives  user (its properties and firm_id); oldest first
MATCH (u:User)
OPTIONAL MATCH (u)-[:WORKS_FOR]->(f:Firm)
RETURN u {.*, firm_id: f.id} AS user
ORDER BY u.created_at, u.id
