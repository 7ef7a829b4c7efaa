// Who offers some processes to others: verified firms only.
// takes  $process_ids
// gives  offer (as of_firm gives it, and declines: ids of firms); by process and site
UNWIND $process_ids AS process_id
MATCH (p:Process {id: process_id})<-[o:OFFERS]-(s:Site)<-[:OWNS]-(f:Firm)
WHERE f.status = 'verified'
MATCH (s)-[:LOCATED_IN]->(m:Municipality)
MATCH (f)-[:ACTIVE_IN]->(i:Industry)
RETURN o {.*, firm_id: f.id, site_id: s.id, process_id: p.id, municipality: m.id, nace_division: i.id,
  is_demo: f.is_demo, lat: s.location.latitude, lon: s.location.longitude,
  declines: COLLECT {
    MATCH (f)-[:ASKED]->(x:OptOut {state: 'holds'})
    MATCH (other:Firm {identification_code: x.identification_code}) RETURN other.id AS id
    UNION
    MATCH (f)-[:ASKED]->(x:OptOut {state: 'holds'})
    MATCH (other:Firm {personal_number_digest: x.personal_number_digest}) RETURN other.id AS id
  }} AS offer
ORDER BY p.id, s.id
