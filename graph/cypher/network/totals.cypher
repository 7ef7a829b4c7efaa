// What the whole network holds, counted as in counts_by_municipality, everything once.
// takes  $now
// gives  n_firms, n_demo_firms (of them in the demonstration), n_outputs, n_needs, n_matches, n_exchanges (one row)
CALL () {
  MATCH (f:Firm {status: 'verified'})
  RETURN count(f) AS n_firms, sum(CASE WHEN f.is_demo THEN 1 ELSE 0 END) AS n_demo_firms
}
CALL () {
  MATCH (:Firm {status: 'verified'})-[:OWNS]->(:Site)-[:CARRIES]->(l:Listing)
  WHERE l.state = 'active' AND l.expires_at > $now
  RETURN sum(CASE WHEN l:Output THEN 1 ELSE 0 END) AS n_outputs,
         sum(CASE WHEN l:Need THEN 1 ELSE 0 END) AS n_needs
}
CALL () {
  MATCH (o:Output)<-[:OF_OUTPUT]-(x:Match {is_current: true})-[:FOR_NEED]->(n:Need)
  WHERE all(l IN [o, n] WHERE l.state = 'active' AND l.expires_at > $now)
    AND EXISTS { (o)<-[:CARRIES]-(:Site)<-[:OWNS]-(:Firm {status: 'verified'}) }
    AND EXISTS { (n)<-[:CARRIES]-(:Site)<-[:OWNS]-(:Firm {status: 'verified'}) }
  RETURN count(x) AS n_matches
}
CALL () {
  MATCH (e:Exchange)
  RETURN count(e) AS n_exchanges
}
RETURN n_firms, n_demo_firms, n_outputs, n_needs, n_matches, n_exchanges
