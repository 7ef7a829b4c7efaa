// What tells the size of a firm, new or changed.
// takes  $rows (id, properties)
// gives  nothing
UNWIND $rows AS row
MERGE (n:Driver {id: row.id})
SET n = row.properties
