// Listings that were changed since they were compared, or were compared by something else than what there is now.
// takes  $present (by what listings are compared now; sorts after the empty text of those changed), $now, $limit
// gives  id; those that were changed first, longest waiting first
CALL () {
  MATCH (l:Listing)
  WHERE l.matched_by < $present AND l.changed_at IS NOT NULL AND coalesce(l.retry_at <= $now, true)
  RETURN l
  ORDER BY l.matched_by, l.changed_at
  LIMIT $limit
  UNION ALL
  MATCH (l:Listing)
  WHERE l.matched_by > $present AND l.changed_at IS NOT NULL AND coalesce(l.retry_at <= $now, true)
  RETURN l
  ORDER BY l.matched_by, l.changed_at
  LIMIT $limit
}
RETURN l.id AS id
LIMIT $limit
