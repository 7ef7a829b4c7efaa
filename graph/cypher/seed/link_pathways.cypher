// What a pathway starts from, goes through and serves; replaces what was there.
// takes  $rows (id, material_id, process_id (or null), use_id)
// gives  nothing
UNWIND $rows AS row
MATCH (n:Pathway {id: row.id})
CALL (n) {
  MATCH (n)-[old:FEEDS|THROUGH|SERVES]-()
  DELETE old
}
MATCH (material:Material {id: row.material_id})
MATCH (use:Use {id: row.use_id})
MERGE (material)-[:FEEDS]->(n)
MERGE (n)-[:SERVES]->(use)
WITH n, row
MATCH (process:Process {id: row.process_id})
MERGE (n)-[:THROUGH]->(process)
