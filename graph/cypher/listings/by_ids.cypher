// Listings with all that surrounds them.
// takes  $ids
// gives  listing (properties of Listing; side, site_id, firm_id, municipality, lat, lon, nace_division,
//        firm_status, ewc_code, material_ids, use_ids, not_ids, declines); in the order of $ids, unknown ids left out
UNWIND range(0, size($ids) - 1) AS position
MATCH (l:Listing {id: $ids[position]})<-[:CARRIES]-(s:Site)<-[:OWNS]-(f:Firm)-[:ACTIVE_IN]->(i:Industry)
MATCH (s)-[:LOCATED_IN]->(m:Municipality)
RETURN l {
  .*,
  side: CASE WHEN l:Output THEN 'output' ELSE 'need' END,
  site_id: s.id,
  lat: s.location.latitude,
  lon: s.location.longitude,
  municipality: m.id,
  firm_id: f.id,
  firm_status: f.status,
  nace_division: i.id,
  ewc_code: [(l)-[:CLASSIFIED_AS {is_confirmed: true}]->(c:WasteCode) | c.id][0],
  material_ids: COLLECT {
    MATCH (l)-[:ABOUT {is_confirmed: true}]->(x:Material) RETURN x.id ORDER BY x.id
  },
  use_ids: COLLECT {
    MATCH (l)-[:MEANT_FOR {is_confirmed: true}]->(x:Use) RETURN x.id ORDER BY x.id
  },
  declines: COLLECT {
    MATCH (f)-[:ASKED]->(o:OptOut {state: 'holds'})
    MATCH (x:Firm {identification_code: o.identification_code}) RETURN x.id AS id
    UNION
    MATCH (f)-[:ASKED]->(o:OptOut {state: 'holds'})
    MATCH (x:Firm {personal_number_digest: o.personal_number_digest}) RETURN x.id AS id
  },
  not_ids: COLLECT { MATCH (l)-[:NOT_MEANT]->(x:Material|Use) RETURN x.id ORDER BY x.id }
} AS listing
ORDER BY position
