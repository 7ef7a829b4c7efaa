// A chain is one output, one need and one process at one site, however often it is reckoned.

CREATE CONSTRAINT chain_id IF NOT EXISTS FOR (n:Chain) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT chain_ends IF NOT EXISTS FOR (n:Chain) REQUIRE (n.output_id, n.need_id, n.site_id, n.process_id) IS UNIQUE;
CREATE CONSTRAINT chain_answer_id IF NOT EXISTS FOR (n:ChainAnswer) REQUIRE n.id IS UNIQUE;
