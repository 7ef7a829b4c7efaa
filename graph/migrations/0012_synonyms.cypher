// A decision on a phrase that is sent twice is one.

CREATE CONSTRAINT synonym_decision_id IF NOT EXISTS FOR (n:SynonymDecision) REQUIRE n.id IS UNIQUE;
