// Regions, new or changed.
// takes  $rows (id, properties)
// gives  nothing
UNWIND $rows AS row
MERGE (n:Region {id: row.id})
SET n = row.properties
