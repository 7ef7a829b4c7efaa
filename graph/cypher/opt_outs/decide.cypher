// What was decided of an opt-out, by whom and when. The listings of the firm that asked are then compared again.
// takes  $id, $state, $decided_by, $at
// gives  id; no row when there is none
MATCH (o:OptOut {id: $id})
SET o.state = $state, o.decided_at = $at, o.decided_by = $decided_by
WITH o
OPTIONAL MATCH (o)<-[:ASKED]-(:Firm)-[:OWNS]->(:Site)-[:CARRIES]->(l:Listing)
SET l.changed_at = $at, l.matched_by = ''
RETURN DISTINCT o.id AS id
