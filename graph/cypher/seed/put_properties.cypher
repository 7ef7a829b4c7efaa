// Properties that limits speak of, new or changed.
// takes  $rows (id, properties)
// gives  nothing
UNWIND $rows AS row
MERGE (n:Property {id: row.id})
SET n = row.properties
