// All firms, or those of a status.
// takes  $status (null for all)
// gives  firm (its properties and nace_division); oldest first
MATCH (f:Firm)-[:ACTIVE_IN]->(i:Industry)
WHERE $status IS NULL OR f.status = $status
RETURN f {.*, nace_division: i.id} AS firm
ORDER BY f.created_at, f.id
