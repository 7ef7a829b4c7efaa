// Notes when a key was last used; an older time never replaces a newer one.
// takes  $id, $at
// gives  nothing
MATCH (t:Token {id: $id})
WHERE t.last_used_at IS NULL OR t.last_used_at < $at
SET t.last_used_at = $at
