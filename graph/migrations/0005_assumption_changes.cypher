// A change of a figure that the worth of a pair rests on has the next number of its pair: of two people who
// change figures of one pair at once, one is told. The pair, not the match: that may go and come again.

CREATE CONSTRAINT assumption_change_id IF NOT EXISTS FOR (n:AssumptionChange) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT assumption_change_number IF NOT EXISTS FOR (n:AssumptionChange) REQUIRE (n.output_id, n.need_id, n.number) IS UNIQUE;
