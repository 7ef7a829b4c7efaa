// One person.
// takes  $id
// gives  user (its properties and firm_id); at most one row
MATCH (u:User {id: $id})
OPTIONAL MATCH (u)-[:WORKS_FOR]->(f:Firm)
RETURN u {.*, firm_id: f.id} AS user
