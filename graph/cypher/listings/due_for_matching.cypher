// Listings that changed after they were last compared, never were, or were compared by another ranker.
// takes  $limit, $ranker_version (null: whichever ranker it was)
// gives  id; longest waiting first
MATCH (l:Listing)
WHERE l.matched_at IS NULL OR l.changed_at > l.matched_at
  OR ($ranker_version IS NOT NULL AND coalesce(l.matched_by, '') <> $ranker_version)
RETURN l.id AS id
ORDER BY l.changed_at, l.id
LIMIT $limit
