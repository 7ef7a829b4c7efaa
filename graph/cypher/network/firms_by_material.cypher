// The firms that give or seek one of some materials: verified ones, by their open listings that firms may meet.
// takes  $material_ids, $sure (how sure the link to the material is at least, 0 to 1), $now
// gives  side (output or need), firm_id, municipality, is_demo; one row for each firm, side and municipality
MATCH (m:Material)<-[a:ABOUT]-(l:Listing)
WHERE m.id IN $material_ids
  AND (a.is_confirmed OR a.confidence >= $sure)
  AND l.state = 'active'
  AND l.expires_at > $now
  AND l.visibility = 'anonymous'
MATCH (l)<-[:CARRIES]-(s:Site)<-[:OWNS]-(f:Firm {status: 'verified'})
MATCH (s)-[:LOCATED_IN]->(place:Municipality)
RETURN DISTINCT CASE WHEN l:Output THEN 'output' ELSE 'need' END AS side,
       f.id AS firm_id, place.id AS municipality, coalesce(f.is_demo, false) AS is_demo
ORDER BY side, firm_id, municipality
