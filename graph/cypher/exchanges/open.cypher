// The exchange of a match; the one that is there already stays as it is.
// takes  $id (for a new one), $match_id, $opened_at, $stage
// gives  id
MATCH (m:Match {id: $match_id})
MERGE (e:Exchange {match_id: $match_id})
  ON CREATE SET e.id = $id, e.opened_at = $opened_at, e.stage = $stage
MERGE (e)-[:OPENED_FROM]->(m)
RETURN e.id AS id
