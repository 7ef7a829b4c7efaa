// What the network holds in every municipality: firms that are verified, listings that are open, current
// matches between open listings and exchanges, these two at the places of both sides.
// takes  $now
// gives  municipality, region, n_firms, n_outputs, n_needs, n_matches, n_exchanges; by municipality
MATCH (m:Municipality)-[:PART_OF]->(r:Region)
CALL (m) {
  MATCH (m)<-[:LOCATED_IN]-(:Site)<-[:OWNS]-(f:Firm {status: 'verified'})
  RETURN count(DISTINCT f) AS n_firms
}
CALL (m) {
  MATCH (m)<-[:LOCATED_IN]-(s:Site)<-[:OWNS]-(:Firm {status: 'verified'})
  MATCH (s)-[:CARRIES]->(l:Listing)
  WHERE l.state = 'active' AND l.expires_at > $now
  RETURN sum(CASE WHEN l:Output THEN 1 ELSE 0 END) AS n_outputs,
         sum(CASE WHEN l:Need THEN 1 ELSE 0 END) AS n_needs,
         collect(l) AS open
}
CALL (open) {
  UNWIND open AS l
  MATCH (l)<-[:OF_OUTPUT|FOR_NEED]-(x:Match {is_current: true})-[:OF_OUTPUT|FOR_NEED]->(other:Listing)
  MATCH (other)<-[:CARRIES]-(:Site)<-[:OWNS]-(:Firm {status: 'verified'})
  WHERE other <> l AND other.state = 'active' AND other.expires_at > $now
  RETURN count(DISTINCT x) AS n_matches
}
CALL (m) {
  MATCH (m)<-[:LOCATED_IN]-(:Site)-[:CARRIES]->(:Listing)<-[:OF_OUTPUT|FOR_NEED]-(:Match)<-[:OPENED_FROM]-(e:Exchange)
  RETURN count(DISTINCT e) AS n_exchanges
}
RETURN m.id AS municipality, r.id AS region, n_firms, n_outputs, n_needs, n_matches, n_exchanges
ORDER BY municipality
