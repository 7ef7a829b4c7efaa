// Listings of other firms that are verified, as far as the ranker reads them, without what only their owners and
// pages need.
// takes  $ids, $listing_id (whose firm is none of the others)
// gives  listings (each a list of values in the order of COLUMNS in candidates.py); one row, in the order of
//        $ids, those that are not such left out
MATCH (:Listing {id: $listing_id})<-[:CARRIES]-(:Site)<-[:OWNS]-(self:Firm)
UNWIND range(0, size($ids) - 1) AS position
MATCH (l:Listing {id: $ids[position]})<-[:CARRIES]-(s:Site)<-[:OWNS]-(f:Firm {status: 'verified'})
WHERE f <> self
MATCH (f)-[:ACTIVE_IN]->(i:Industry)
MATCH (s)-[:LOCATED_IN]->(m:Municipality)
WITH position, l, s, f, i, m
ORDER BY position
RETURN collect([
  l.id,
  CASE WHEN l:Output THEN 'output' ELSE 'need' END,
  l.text, l.kind, i.id, l.hazardous, l.tonnes_per_year,
  l.quantity_amount, l.quantity_unit, l.quantity_period,
  m.id, s.location.latitude, s.location.longitude,
  l.lang, f.id, l.season_months, l.starts_on, l.ends_on, l.understood,
  [(l)-[link:ABOUT|MEANT_FOR|CLASSIFIED_AS {is_confirmed: true}]->(x:Material|Use|WasteCode) | [type(link), x.id]],
  COLLECT { MATCH (l)-[:NOT_MEANT]->(x:Material|Use) RETURN x.id ORDER BY x.id },
  COLLECT {
    MATCH (f)-[:ASKED]->(o:OptOut {state: 'holds'})
    MATCH (x:Firm {identification_code: o.identification_code}) RETURN x.id AS id
    UNION
    MATCH (f)-[:ASKED]->(o:OptOut {state: 'holds'})
    MATCH (x:Firm {personal_number_digest: o.personal_number_digest}) RETURN x.id AS id
  }
]) AS listings
