// All that was said of what came of an exchange.
// takes  $exchange_id
// gives  outcome (properties of Outcome, exchange_id); newest first
MATCH (c:Outcome)-[:CAME_OF]->(e:Exchange {id: $exchange_id})
RETURN c {.*, exchange_id: e.id} AS outcome
ORDER BY c.recorded_at DESC, c.id DESC
