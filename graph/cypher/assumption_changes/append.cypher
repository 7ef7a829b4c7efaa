// Keeps what a coordinator said of a figure under the worth of a pair. The number makes it the next, or nobody's.
// takes  $output_id, $need_id, $number (1 for the first change of the pair), $properties (others of AssumptionChange)
// gives  id; that of another change when the number was taken
MERGE (c:AssumptionChange {output_id: $output_id, need_id: $need_id, number: $number})
  ON CREATE SET c += $properties
RETURN c.id AS id
