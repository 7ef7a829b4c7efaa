// The places of a firm.
// takes  $firm_id
// gives  site (its properties, firm_id, municipality, lat, lon); by name
MATCH (f:Firm {id: $firm_id})-[:OWNS]->(s:Site)-[:LOCATED_IN]->(m:Municipality)
RETURN s {.id, .name, firm_id: f.id, municipality: m.id, lat: s.location.latitude, lon: s.location.longitude} AS site
ORDER BY s.name, s.id
