// All that was changed of one rule.
// takes  $rule_id
// gives  change (properties of RuleChange, user_email null when the login is gone); newest first
// The number is named so that the index of both is used.
MATCH (c:RuleChange {rule_id: $rule_id})
WHERE c.number > 0
OPTIONAL MATCH (u:User {id: c.user_id})
RETURN c {.*, user_email: u.email} AS change
ORDER BY c.number DESC
