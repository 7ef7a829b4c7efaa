// A change of a rule of law has the next number of its rule: of two people who change it at once, one is told.

CREATE CONSTRAINT rule_change_id IF NOT EXISTS FOR (n:RuleChange) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT rule_change_number IF NOT EXISTS FOR (n:RuleChange) REQUIRE (n.rule_id, n.number) IS UNIQUE;
