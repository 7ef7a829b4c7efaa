// What firms of an industry usually have and need, new or changed.
// takes  $rows (id, properties)
// gives  nothing
UNWIND $rows AS row
MERGE (n:TypicalFlow {id: row.id})
SET n = row.properties
