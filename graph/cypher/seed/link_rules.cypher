// What the conditions of a rule name; replaces what was there.
// takes  $rows (id, material_ids, use_ids, process_ids, codes)
// gives  nothing
UNWIND $rows AS row
MATCH (n:Rule {id: row.id})
CALL (n) {
  MATCH (n)-[old:BINDS]->()
  DELETE old
}
CALL (n, row) {
  UNWIND row.material_ids AS end_id
  MATCH (end:Material {id: end_id})
  MERGE (n)-[:BINDS]->(end)
}
CALL (n, row) {
  UNWIND row.use_ids AS end_id
  MATCH (end:Use {id: end_id})
  MERGE (n)-[:BINDS]->(end)
}
CALL (n, row) {
  UNWIND row.process_ids AS end_id
  MATCH (end:Process {id: end_id})
  MERGE (n)-[:BINDS]->(end)
}
CALL (n, row) {
  UNWIND row.codes AS end_id
  MATCH (end:WasteCode {id: end_id})
  MERGE (n)-[:BINDS]->(end)
}
