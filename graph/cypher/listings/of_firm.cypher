// The listings of a firm, whatever their state.
// takes  $firm_id
// gives  id; newest first
MATCH (:Firm {id: $firm_id})-[:OWNS]->(:Site)-[:CARRIES]->(l:Listing)
RETURN l.id AS id
ORDER BY l.posted_at DESC, l.id DESC
