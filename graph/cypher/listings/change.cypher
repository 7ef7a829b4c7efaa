// Changes some properties of a listing.
// takes  $id, $properties (those that change)
// gives  id; no row when there is no such listing
MATCH (l:Listing {id: $id})
SET l += $properties
RETURN l.id AS id
