// One chain, whether it still holds or not.
// takes  $id
// gives  chain (properties of Chain; match_id, null when the pair is no match now)
MATCH (c:Chain {id: $id})
OPTIONAL MATCH (m:Match {output_id: c.output_id, need_id: c.need_id, is_current: true})
RETURN c {.*, match_id: m.id} AS chain
