// Listings that changed after they were last compared, or never were.
// takes  $limit
// gives  id; longest waiting first
MATCH (l:Listing)
WHERE l.matched_at IS NULL OR l.changed_at > l.matched_at
RETURN l.id AS id
ORDER BY l.changed_at, l.id
LIMIT $limit
