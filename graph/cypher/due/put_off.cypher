// A listing with which something failed stays due, and is not tried again before a while has passed.
// takes  $id, $until
// gives  id; no row when there is no such listing
MATCH (l:Listing {id: $id})
SET l.retry_at = $until
RETURN l.id AS id
