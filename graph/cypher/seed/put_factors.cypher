// Figures of worth and carbon, new or changed.
// takes  $rows (id, properties)
// gives  nothing
UNWIND $rows AS row
MERGE (n:Factor {id: row.id})
SET n = row.properties
