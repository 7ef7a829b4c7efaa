// Matches, each with the exchange that was opened from it.
// takes  $ids
// gives  match (properties of Match and exchange_id); in the order of $ids, unknown ids left out
UNWIND range(0, size($ids) - 1) AS position
MATCH (m:Match {id: $ids[position]})
OPTIONAL MATCH (e:Exchange {match_id: m.id})
RETURN m {.*, exchange_id: e.id} AS match
ORDER BY position
