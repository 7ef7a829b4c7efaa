// What came of exchanges, and the weights that are learned from it. A switch has the next number: of two people who
// switch at once, one is told.

CREATE CONSTRAINT outcome_id IF NOT EXISTS FOR (n:Outcome) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT weights_offer_version IF NOT EXISTS FOR (n:WeightsOffer) REQUIRE n.version IS UNIQUE;
CREATE CONSTRAINT weights_switch_number IF NOT EXISTS FOR (n:WeightsSwitch) REQUIRE n.number IS UNIQUE;
