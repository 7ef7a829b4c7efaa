// All listings, or those of a side or a state.
// takes  $side (output or need), $state (each null for all), $skip, $limit
// gives  id; newest first
MATCH (l:Listing)
WHERE ($side IS NULL OR ($side = 'output' AND l:Output) OR ($side = 'need' AND l:Need))
  AND ($state IS NULL OR l.state = $state)
RETURN l.id AS id
ORDER BY l.posted_at DESC, l.id DESC
SKIP $skip LIMIT $limit
