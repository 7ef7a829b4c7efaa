// Another name or industry for a firm. Its listings are then compared again. A verified firm that says so of
// itself waits to be verified again: nobody has checked what it now says. The lock is taken before the status is
// read, so that a suspension in the same moment stays.
// takes  $id, $name_ka, $name_latin, $nace_division, $is_checked (a coordinator says it), $at
// gives  id; no row when the firm or the division does not exist
MATCH (f:Firm {id: $id})
MATCH (i:Industry {id: $nace_division})
SET f.created_at = f.created_at
WITH f, i, NOT $is_checked AND f.status = 'verified' AND (
    f.name_ka <> $name_ka OR f.name_latin <> $name_latin OR NOT EXISTS { (f)-[:ACTIVE_IN]->(i) }
  ) AS must_be_checked
FOREACH (one IN CASE WHEN must_be_checked THEN [f] ELSE [] END |
  SET one.status = 'unverified', one.status_changed_at = $at, one.status_by_user_id = null
)
SET f.name_ka = $name_ka, f.name_latin = $name_latin
WITH f, i
OPTIONAL MATCH (f)-[old:ACTIVE_IN]->(other:Industry) WHERE other <> i
DELETE old
WITH DISTINCT f, i
MERGE (f)-[:ACTIVE_IN]->(i)
WITH f
OPTIONAL MATCH (f)-[:OWNS]->(:Site)-[:CARRIES]->(l:Listing)
SET l.changed_at = $at, l.matched_by = ''
RETURN DISTINCT f.id AS id
