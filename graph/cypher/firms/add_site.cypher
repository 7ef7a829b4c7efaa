// A place of a firm.
// takes  $id, $firm_id, $municipality, $properties (of Site)
// gives  id; no row when the firm or the municipality does not exist
MATCH (f:Firm {id: $firm_id})
MATCH (m:Municipality {id: $municipality})
MERGE (s:Site {id: $id})
SET s += $properties
MERGE (f)-[:OWNS]->(s)
MERGE (s)-[:LOCATED_IN]->(m)
RETURN s.id AS id
