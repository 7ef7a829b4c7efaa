// Documented exchanges, new or changed.
// takes  $rows (id, properties)
// gives  nothing
UNWIND $rows AS row
MERGE (n:Precedent {id: row.id})
SET n = row.properties
