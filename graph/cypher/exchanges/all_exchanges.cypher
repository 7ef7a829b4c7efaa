// All exchanges.
// takes  $skip, $limit
// gives  id; newest first
MATCH (e:Exchange)
WHERE e.opened_at IS NOT NULL
RETURN e.id AS id
ORDER BY e.opened_at DESC, id DESC
SKIP $skip LIMIT $limit
