// Changes some properties of a listing, which is then compared again.
// takes  $id, $properties (those that change)
// gives  id; no row when there is no such listing
MATCH (l:Listing {id: $id})
SET l += $properties, l.matched_by = ''
RETURN l.id AS id
