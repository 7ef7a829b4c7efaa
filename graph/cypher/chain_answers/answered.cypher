// The chains of which something was said, whether they still hold or not.
// takes  $limit
// gives  chain (properties of Chain; match_id, null when the pair is no match now); last said first
MATCH (a:ChainAnswer)-[:SAID_OF]->(c:Chain)
WITH c, max(a.said_at) AS said_at
ORDER BY said_at DESC, c.id
LIMIT $limit
OPTIONAL MATCH (m:Match {output_id: c.output_id, need_id: c.need_id, is_current: true})
RETURN c {.*, match_id: m.id} AS chain
ORDER BY said_at DESC, c.id
