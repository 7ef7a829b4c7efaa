// What a figure is about; replaces what was there.
// takes  $rows (id, material, use, process (each may be null))
// gives  nothing
UNWIND $rows AS row
MATCH (n:Factor {id: row.id})
CALL (n) {
  MATCH (n)-[old:MEASURES]->()
  DELETE old
}
CALL (n, row) {
  MATCH (end:Material {id: row.material})
  MERGE (n)-[:MEASURES]->(end)
}
CALL (n, row) {
  MATCH (end:Use {id: row.use})
  MERGE (n)-[:MEASURES]->(end)
}
CALL (n, row) {
  MATCH (end:Process {id: row.process})
  MERGE (n)-[:MEASURES]->(end)
}
