// The last decision of each phrase for each entry.
// takes  nothing
// gives  decision (properties of SynonymDecision, user_email null when the login is gone); newest first
MATCH (d:SynonymDecision)
WITH d ORDER BY d.decided_at DESC, d.id DESC
WITH d.phrase_key AS phrase_key, d.sort AS sort, d.entry_id AS entry_id, collect(d)[0] AS d
OPTIONAL MATCH (u:User {id: d.user_id})
RETURN d {.*, user_email: u.email} AS decision
ORDER BY d.decided_at DESC, d.id DESC
