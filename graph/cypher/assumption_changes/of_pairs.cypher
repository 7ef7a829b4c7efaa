// All that was said of the figures under the worth of some pairs.
// takes  $pairs (maps with output_id and need_id)
// gives  change (properties of AssumptionChange, user_email null when the login is gone); by pair, oldest first
// The number is named so that the index of all three is used.
UNWIND $pairs AS pair
MATCH (c:AssumptionChange {output_id: pair.output_id, need_id: pair.need_id})
WHERE c.number > 0
OPTIONAL MATCH (u:User {id: c.user_id})
RETURN c {.*, user_email: u.email} AS change
ORDER BY c.output_id, c.need_id, c.number
