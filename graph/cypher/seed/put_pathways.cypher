// Pathways, new or changed.
// takes  $rows (id, properties)
// gives  nothing
UNWIND $rows AS row
MERGE (n:Pathway {id: row.id})
SET n = row.properties
