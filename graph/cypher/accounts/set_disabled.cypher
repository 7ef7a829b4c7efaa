// Closes a login, which ends its sessions, or opens it again.
// takes  $id, $is_disabled
// gives  id; no row when there is no such person
MATCH (u:User {id: $id})
SET u.is_disabled = $is_disabled,
    u.session_epoch = u.session_epoch + CASE WHEN $is_disabled THEN 1 ELSE 0 END
RETURN u.id AS id
