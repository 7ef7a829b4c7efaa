// What is due stands in an index of its own: to look costs the same in a country of thousands of listings.

CREATE INDEX listing_matched_by IF NOT EXISTS FOR (n:Listing) ON (n.matched_by, n.changed_at);
CREATE INDEX listing_chains_due_at IF NOT EXISTS FOR (n:Listing) ON (n.chains_due_at);
CREATE CONSTRAINT job_name IF NOT EXISTS FOR (n:Job) REQUIRE n.name IS UNIQUE;

// Until now it was found by comparing all of them. Applied twice, it makes more due than need be, never less.
MATCH (n:Listing)
WHERE n.matched_by IS NULL OR n.matched_at IS NULL OR n.changed_at > n.matched_at
SET n.matched_by = '';
MATCH (n:Listing)
WHERE n.matched_at IS NOT NULL AND coalesce(n.chained_edition, -1) <> coalesce(n.pairs_edition, 0)
SET n.chains_due_at = n.matched_at;
MATCH (n:Listing)
REMOVE n.chained_edition;
