// Listings with all that surrounds them.
// takes  $ids
// gives  listings (maps of properties of Listing, times as text in UTC; side, site_id, firm_id, municipality, lat,
//        lon, nace_division, firm_status, ewc_code, material_ids, use_ids, not_ids, declines); one row, in the
//        order of $ids, unknown ids left out
UNWIND range(0, size($ids) - 1) AS position
MATCH (l:Listing {id: $ids[position]})<-[:CARRIES]-(s:Site)<-[:OWNS]-(f:Firm)-[:ACTIVE_IN]->(i:Industry)
MATCH (s)-[:LOCATED_IN]->(m:Municipality)
WITH position, l, s, f, i, m
ORDER BY position
RETURN collect(l {
  .id, .text, .lang, .kind, .state, .visibility, .edition, .is_demo, .understood,
  .quantity_amount, .quantity_unit, .quantity_period, .tonnes_per_year, .season_months,
  .hazardous, .starts_on, .ends_on, .cost_gel_per_year,
  posted_at: toString(l.posted_at),
  changed_at: toString(l.changed_at),
  expires_at: toString(l.expires_at),
  matched_at: toString(l.matched_at),
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
}) AS listings
