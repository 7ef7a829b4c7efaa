// Entries of the classification of activities (NACE), new or changed.
// takes  $rows (id, properties)
// gives  nothing
UNWIND $rows AS row
MERGE (n:Industry {id: row.id})
SET n = row.properties
