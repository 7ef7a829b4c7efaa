// Who asks twice not to be matched with a firm asks once.

CREATE CONSTRAINT opt_out_id IF NOT EXISTS FOR (n:OptOut) REQUIRE n.id IS UNIQUE;
