// Outputs whose waste code a person still has to look at: none was confirmed, or one of a mirror pair while
// nobody said whether it is hazardous. Of firms that are suspended none.
// takes  $kinds, $pair_codes (codes of mirror pairs), $at (datetime), $limit
// gives  id; longest waiting first
MATCH (f:Firm)-[:OWNS]->(:Site)-[:CARRIES]->(l:Output)
WHERE f.status <> 'suspended' AND l.state = 'active' AND l.expires_at > $at AND l.kind IN $kinds
OPTIONAL MATCH (l)-[:CLASSIFIED_AS {is_confirmed: true}]->(c:WasteCode)
WITH l, c
WHERE c IS NULL OR (c.id IN $pair_codes AND l.hazardous IS NULL)
RETURN l.id AS id
ORDER BY l.posted_at, l.id
LIMIT $limit
