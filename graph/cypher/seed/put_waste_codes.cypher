// Entries of the List of Waste, new or changed.
// takes  $rows (id, properties)
// gives  nothing
UNWIND $rows AS row
MERGE (n:WasteCode {id: row.id})
SET n = row.properties
