// Keeps a switch to other weights. The number makes it the next one, or nobody's.
// takes  $number (1 for the first), $properties (the others of WeightsSwitch)
// gives  id; that of another switch when the number was taken
MERGE (s:WeightsSwitch {number: $number})
  ON CREATE SET s += $properties
RETURN s.id AS id
