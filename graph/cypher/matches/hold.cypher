// Takes the lock of a match for the rest of the transaction, so that two people decide one after the other,
// and tells whether a firm may decide on a side of it.
// takes  $match_id, $side (output or need), $firm_id
// gives  is_visible (the other listing may be seen by matched firms, or an exchange is open); no row when
//        there is no such match or the firm does not own that side of it
MATCH (m:Match {id: $match_id})
SET m.is_current = m.is_current
WITH m
MATCH (m)-[:OF_OUTPUT]->(o:Output)
MATCH (m)-[:FOR_NEED]->(n:Need)
WITH m, CASE $side WHEN 'output' THEN o ELSE n END AS own, CASE $side WHEN 'output' THEN n ELSE o END AS other
MATCH (own)<-[:CARRIES]-(:Site)<-[:OWNS]-(:Firm {id: $firm_id})
RETURN other.visibility = 'anonymous' OR EXISTS { (:Exchange)-[:OPENED_FROM]->(m) } AS is_visible
