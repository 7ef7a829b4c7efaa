// What was decided of an opt-out, by whom and when.
// takes  $id, $state, $decided_at, $decided_by
// gives  id; no row when there is none
MATCH (o:OptOut {id: $id})
SET o.state = $state, o.decided_at = $decided_at, o.decided_by = $decided_by
RETURN o.id AS id
