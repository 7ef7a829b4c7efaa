// Keeps what an administrator changed of a rule of law. The number makes it the next one, or nobody's.
// takes  $rule_id, $number (1 for the first change of the rule), $properties (the others of RuleChange)
// gives  id; that of another change when the number was taken
MERGE (c:RuleChange {rule_id: $rule_id, number: $number})
  ON CREATE SET c += $properties
RETURN c.id AS id
