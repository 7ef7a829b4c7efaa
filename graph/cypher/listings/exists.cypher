// Whether a listing is there.
// takes  $id
// gives  id; at most one row
MATCH (l:Listing {id: $id})
RETURN l.id AS id
