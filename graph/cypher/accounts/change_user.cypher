// Changes some properties of a person.
// takes  $id, $properties (those that change; null takes one away)
// gives  id; no row when there is no such person
MATCH (u:User {id: $id})
SET u += $properties
RETURN u.id AS id
