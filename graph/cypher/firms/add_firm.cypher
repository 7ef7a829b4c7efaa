// A firm with what it is active in.
// takes  $id, $nace_division, $properties (of Firm)
// gives  id; no row when the division is not in the classification
MATCH (i:Industry {id: $nace_division})
MERGE (f:Firm {id: $id})
SET f += $properties
MERGE (f)-[:ACTIVE_IN]->(i)
RETURN f.id AS id
