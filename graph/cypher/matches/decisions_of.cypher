// All answers to a match.
// takes  $match_id
// gives  decision (properties of Decision and match_id); oldest first
MATCH (d:Decision)-[:ON]->(m:Match {id: $match_id})
RETURN d {.*, match_id: m.id} AS decision
ORDER BY d.decided_at, d.id
