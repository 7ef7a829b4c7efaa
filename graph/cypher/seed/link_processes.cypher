// What a treatment takes and gives; replaces what was there.
// takes  $rows (id, inputs, outputs)
// gives  nothing
UNWIND $rows AS row
MATCH (n:Process {id: row.id})
CALL (n) {
  MATCH (n)-[old:TAKES|GIVES]->()
  DELETE old
}
CALL (n, row) {
  UNWIND row.inputs AS end_id
  MATCH (end:Material {id: end_id})
  MERGE (n)-[:TAKES]->(end)
}
CALL (n, row) {
  UNWIND row.outputs AS end_id
  MATCH (end:Material {id: end_id})
  MERGE (n)-[:GIVES]->(end)
}
