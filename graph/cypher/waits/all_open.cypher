// What open listings of verified firms wait for, while one of those for whom they wait is open and waits for it, too.
// takes  $now
// gives  listing_id, firm_id, process_id, wait (properties of WAITS_FOR); by listing and process
MATCH (p:Process)<-[w:WAITS_FOR]-(l:Listing)<-[:CARRIES]-(:Site)<-[:OWNS]-(f:Firm)
WHERE f.status = 'verified' AND l.state = 'active' AND l.expires_at > $now AND EXISTS {
  MATCH (other:Listing)
  WHERE other.id IN w.for_ids AND other.state = 'active' AND other.expires_at > $now
    AND EXISTS { (other)-[:WAITS_FOR]->(p) }
}
RETURN l.id AS listing_id, f.id AS firm_id, p.id AS process_id, w {.*} AS wait
ORDER BY listing_id, process_id
