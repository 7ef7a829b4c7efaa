// The person with an address.
// takes  $email (small letters)
// gives  user (its properties and firm_id); at most one row
MATCH (u:User {email: $email})
OPTIONAL MATCH (u)-[:WORKS_FOR]->(f:Firm)
RETURN u {.*, firm_id: f.id} AS user
