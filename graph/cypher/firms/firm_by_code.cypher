// The legal entity with an identification code.
// takes  $identification_code (9 digits)
// gives  firm (its properties and nace_division); at most one row
MATCH (f:Firm {identification_code: $identification_code})-[:ACTIVE_IN]->(i:Industry)
RETURN f {.*, nace_division: i.id} AS firm
