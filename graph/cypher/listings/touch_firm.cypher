// All listings of a firm count as changed, so that they are compared again.
// takes  $firm_id, $at
// gives  n_listings (one row)
MATCH (:Firm {id: $firm_id})-[:OWNS]->(:Site)-[:CARRIES]->(l:Listing)
SET l.changed_at = $at, l.matched_by = ''
RETURN count(l) AS n_listings
