// What each rule says otherwise than the reference files, by its latest change.
// takes  nothing
// gives  change (properties of RuleChange, user_email null when the login is gone); by rule_id
MATCH (c:RuleChange)
WITH c ORDER BY c.number DESC
WITH c.rule_id AS rule_id, collect(c)[0] AS c
OPTIONAL MATCH (u:User {id: c.user_id})
RETURN c {.*, user_email: u.email} AS change
ORDER BY rule_id
