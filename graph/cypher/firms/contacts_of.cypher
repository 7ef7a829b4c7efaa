// Whom to talk to at a firm: the people with a login that is not disabled.
// takes  $firm_id
// gives  name, email, phone; oldest first
MATCH (u:User)-[:WORKS_FOR]->(:Firm {id: $firm_id})
WHERE NOT u.is_disabled
RETURN u.name AS name, u.email AS email, u.phone AS phone
ORDER BY u.created_at, u.id
