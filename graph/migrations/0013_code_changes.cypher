// A code that is given twice with one id is given once.

CREATE CONSTRAINT code_change_id IF NOT EXISTS FOR (n:CodeChange) REQUIRE n.id IS UNIQUE;
