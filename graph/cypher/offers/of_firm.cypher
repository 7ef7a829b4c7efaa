// What a firm offers to others, at all of its places.
// takes  $firm_id
// gives  offer (its properties, with firm, site, process and place); by process and site
MATCH (f:Firm {id: $firm_id})-[:OWNS]->(s:Site)-[o:OFFERS]->(p:Process)
MATCH (s)-[:LOCATED_IN]->(m:Municipality)
MATCH (f)-[:ACTIVE_IN]->(i:Industry)
RETURN o {.*, firm_id: f.id, site_id: s.id, process_id: p.id, municipality: m.id, nace_division: i.id,
  is_demo: f.is_demo, lat: s.location.latitude, lon: s.location.longitude} AS offer
ORDER BY p.id, s.id
