// Rules of law, new or changed.
// takes  $rows (id, properties)
// gives  nothing
UNWIND $rows AS row
MERGE (n:Rule {id: row.id})
SET n = row.properties
