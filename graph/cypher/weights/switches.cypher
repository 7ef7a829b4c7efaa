// Who switched to which weights, and when.
// takes  $limit
// gives  switch (properties of WeightsSwitch, user_email null when the login is gone); newest first
MATCH (s:WeightsSwitch)
WHERE s.number > 0
WITH s
ORDER BY s.number DESC
LIMIT $limit
OPTIONAL MATCH (u:User {id: s.user_id})
RETURN s {.*, user_email: u.email} AS switch
ORDER BY s.number DESC
