// Matches, each with the exchange that was opened from it, and whether a yes was given to what the other listing
// no longer says.
// takes  $ids
// gives  match (properties of Match; exchange_id, output_lapsed, need_lapsed); in the order of $ids, unknown ids
//        left out
UNWIND range(0, size($ids) - 1) AS position
MATCH (m:Match {id: $ids[position]})
MATCH (m)-[:OF_OUTPUT]->(o:Output)
MATCH (m)-[:FOR_NEED]->(n:Need)
OPTIONAL MATCH (e:Exchange {match_id: m.id})
RETURN m {
  .*,
  exchange_id: e.id,
  output_lapsed: e IS NULL AND coalesce(m.output_verdict = 'yes', false)
    AND coalesce(m.output_edition, 0) <> coalesce(n.edition, 0),
  need_lapsed: e IS NULL AND coalesce(m.need_verdict = 'yes', false)
    AND coalesce(m.need_edition, 0) <> coalesce(o.edition, 0)
} AS match
ORDER BY position
