// Whether a municipality is in the reference book of this graph.
// takes  $id
// gives  id; at most one row
MATCH (m:Municipality {id: $id})
RETURN m.id AS id
