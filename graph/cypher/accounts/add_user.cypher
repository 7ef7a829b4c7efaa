// A person with a login. The same id again changes nothing but what it brings.
// takes  $id, $properties (of User, SCHEMA.md)
// gives  id
MERGE (u:User {id: $id})
SET u += $properties
RETURN u.id AS id
