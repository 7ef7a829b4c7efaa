// Takes the lock of a listing for the rest of the transaction, so that two edits of it are compared with what
// stands before each.
// takes  $id
// gives  id; no row when there is no such listing
MATCH (l:Listing {id: $id})
SET l.posted_at = l.posted_at
RETURN l.id AS id
