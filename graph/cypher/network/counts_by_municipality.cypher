// What the network holds in every municipality: firms that are verified, listings that are open, current
// matches between open listings and exchanges, these two at the places of both sides.
// takes  $now
// gives  municipality, region, n_firms, n_outputs, n_needs, n_matches, n_exchanges, behind (a map: for each of
//        these numbers the ids of the firms of this place that it counts); by municipality
MATCH (m:Municipality)-[:PART_OF]->(r:Region)
CALL (m) {
  MATCH (m)<-[:LOCATED_IN]-(:Site)<-[:OWNS]-(f:Firm {status: 'verified'})
  RETURN collect(DISTINCT f.id) AS firms
}
CALL (m) {
  MATCH (m)<-[:LOCATED_IN]-(s:Site)<-[:OWNS]-(f:Firm {status: 'verified'})
  MATCH (s)-[:CARRIES]->(l:Listing)
  WHERE l.state = 'active' AND l.expires_at > $now
  RETURN sum(CASE WHEN l:Output THEN 1 ELSE 0 END) AS n_outputs,
         sum(CASE WHEN l:Need THEN 1 ELSE 0 END) AS n_needs,
         collect(DISTINCT CASE WHEN l:Output THEN f.id END) AS givers,
         collect(DISTINCT CASE WHEN l:Need THEN f.id END) AS takers,
         collect(l) AS open
}
CALL (open) {
  UNWIND open AS l
  MATCH (l)<-[:OF_OUTPUT|FOR_NEED]-(x:Match {is_current: true})-[:OF_OUTPUT|FOR_NEED]->(other:Listing)
  MATCH (other)<-[:CARRIES]-(:Site)<-[:OWNS]-(:Firm {status: 'verified'})
  WHERE other <> l AND other.state = 'active' AND other.expires_at > $now
  MATCH (l)<-[:CARRIES]-(:Site)<-[:OWNS]-(f:Firm)
  RETURN count(DISTINCT x) AS n_matches, collect(DISTINCT f.id) AS matched
}
CALL (m) {
  MATCH (m)<-[:LOCATED_IN]-(s:Site)<-[:OWNS]-(f:Firm)
  MATCH (s)-[:CARRIES]->(:Listing)<-[:OF_OUTPUT|FOR_NEED]-(:Match)<-[:OPENED_FROM]-(e:Exchange)
  RETURN count(DISTINCT e) AS n_exchanges, collect(DISTINCT f.id) AS partners
}
RETURN m.id AS municipality, r.id AS region, size(firms) AS n_firms, n_outputs, n_needs, n_matches, n_exchanges,
       {n_firms: firms, n_outputs: givers, n_needs: takers, n_matches: matched, n_exchanges: partners} AS behind
ORDER BY municipality
