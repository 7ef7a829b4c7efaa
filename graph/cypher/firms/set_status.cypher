// What a coordinator decided about a firm. Its listings are then compared again.
// takes  $id, $status, $by_user_id, $at, $verified_at (null keeps the one that is there)
// gives  id; no row when there is no such firm
MATCH (f:Firm {id: $id})
SET f.status = $status,
    f.status_by_user_id = $by_user_id,
    f.status_changed_at = $at,
    f.verified_at = coalesce($verified_at, f.verified_at)
WITH f
OPTIONAL MATCH (f)-[:OWNS]->(:Site)-[:CARRIES]->(l:Listing)
SET l.changed_at = $at, l.matched_by = ''
RETURN DISTINCT f.id AS id
