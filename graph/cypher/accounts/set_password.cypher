// A new password; older sessions end because their epoch is no longer the person's.
// takes  $id, $password_hash, $must_change
// gives  id; no row when there is no such person
MATCH (u:User {id: $id})
SET u.password_hash = $password_hash,
    u.must_change_password = $must_change,
    u.session_epoch = u.session_epoch + 1
RETURN u.id AS id
