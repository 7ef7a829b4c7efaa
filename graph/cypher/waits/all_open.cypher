// What open listings of verified firms wait for, while one of their pairs is with an open listing that waits for it, too.
// takes  $now
// gives  listing_id, firm_id, process_id, wait (properties of WAITS_FOR); by listing and process
MATCH (p:Process)<-[w:WAITS_FOR]-(l:Listing)<-[:CARRIES]-(:Site)<-[:OWNS]-(f:Firm {status: 'verified'})
WHERE l.state = 'active' AND l.expires_at > $now AND EXISTS {
  MATCH (l)<-[:OF_OUTPUT|FOR_NEED]-(m:Match {is_current: true})-[:OF_OUTPUT|FOR_NEED]->(other:Listing)-[:WAITS_FOR]->(p)
  WHERE other.state = 'active' AND other.expires_at > $now
}
RETURN l.id AS listing_id, f.id AS firm_id, p.id AS process_id, w {.*} AS wait
ORDER BY listing_id, process_id
