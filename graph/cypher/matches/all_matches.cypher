// All matches that the ranker gives now, or that somebody decided on.
// takes  $skip, $limit
// gives  id; best score first
MATCH (m:Match)
WHERE m.score IS NOT NULL
RETURN m.id AS id
ORDER BY m.score DESC, id
SKIP $skip LIMIT $limit
