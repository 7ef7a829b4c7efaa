// Keeps that a listing was compared as it was read; one that was changed meanwhile stays due. The lock is taken
// before the time of the last change is read.
// takes  $id, $changed_at (as it was read), $at, $matched_by
// gives  id; no row when there is no such listing, or it was changed meanwhile
MATCH (l:Listing {id: $id})
SET l.posted_at = l.posted_at
WITH l
WHERE l.changed_at = $changed_at
SET l.matched_at = $at, l.matched_by = $matched_by
REMOVE l.retry_at
RETURN l.id AS id
