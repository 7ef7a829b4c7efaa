// The matches that follow one, so that all of them can be gone through.
// takes  $after (an id, or the empty text), $limit
// gives  id; in their order
MATCH (m:Match)
WHERE m.id > $after
RETURN m.id AS id
ORDER BY id
LIMIT $limit
