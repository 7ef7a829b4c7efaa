// Another name or industry for a firm. Its listings are then compared again.
// takes  $id, $name_ka, $name_latin, $nace_division, $at
// gives  id; no row when the firm or the division does not exist
MATCH (f:Firm {id: $id})
MATCH (i:Industry {id: $nace_division})
SET f.name_ka = $name_ka, f.name_latin = $name_latin
WITH f, i
OPTIONAL MATCH (f)-[old:ACTIVE_IN]->(other:Industry) WHERE other <> i
DELETE old
WITH DISTINCT f, i
MERGE (f)-[:ACTIVE_IN]->(i)
WITH f
OPTIONAL MATCH (f)-[:OWNS]->(:Site)-[:CARRIES]->(l:Listing)
SET l.changed_at = $at
RETURN DISTINCT f.id AS id
