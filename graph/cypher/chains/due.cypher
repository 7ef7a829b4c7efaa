// Listings whose pairs changed, or whose possible processors did, after their chains were last reckoned.
// takes  $now, $limit
// gives  id, pairs_edition (to mark them with); longest compared first
MATCH (l:Listing)
WHERE l.chains_due_at IS NOT NULL AND coalesce(l.retry_at <= $now, true)
RETURN l.id AS id, coalesce(l.pairs_edition, 0) AS pairs_edition
ORDER BY l.chains_due_at
LIMIT $limit
