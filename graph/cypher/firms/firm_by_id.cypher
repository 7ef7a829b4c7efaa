// One firm.
// takes  $id
// gives  firm (its properties and nace_division); at most one row
MATCH (f:Firm {id: $id})-[:ACTIVE_IN]->(i:Industry)
RETURN f {.*, nace_division: i.id} AS firm
