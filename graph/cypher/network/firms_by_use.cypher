// The firms that seek something for one of some uses: verified ones, by their open needs that firms may meet.
// takes  $use_ids, $sure (how sure the link to the use is at least, 0 to 1), $now
// gives  use_id, firm_id, municipality, is_demo; one row for each use, firm and municipality
MATCH (u:Use)<-[a:MEANT_FOR]-(l:Need)
WHERE u.id IN $use_ids
  AND (a.is_confirmed OR a.confidence >= $sure)
  AND l.state = 'active'
  AND l.expires_at > $now
  AND l.visibility = 'anonymous'
MATCH (l)<-[:CARRIES]-(s:Site)<-[:OWNS]-(f:Firm {status: 'verified'})
MATCH (s)-[:LOCATED_IN]->(place:Municipality)
RETURN DISTINCT u.id AS use_id, f.id AS firm_id, place.id AS municipality, coalesce(f.is_demo, false) AS is_demo
ORDER BY use_id, firm_id, municipality
