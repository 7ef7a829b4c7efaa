// Who usually has or needs it, what it is, and by what its amount grows; replaces what was there.
// takes  $rows (id, nace, driver_id, material_id (of an output), use_id (of a need))
// gives  nothing
UNWIND $rows AS row
MATCH (n:TypicalFlow {id: row.id})
CALL (n) {
  MATCH (n)-[old:TYPICAL_OF|SCALES_WITH|BRINGS|ASKS_FOR]->()
  DELETE old
}
CALL (n, row) {
  MATCH (end:Industry {id: row.nace})
  MERGE (n)-[:TYPICAL_OF]->(end)
}
CALL (n, row) {
  MATCH (end:Driver {id: row.driver_id})
  MERGE (n)-[:SCALES_WITH]->(end)
}
CALL (n, row) {
  MATCH (end:Material {id: row.material_id})
  MERGE (n)-[:BRINGS]->(end)
}
CALL (n, row) {
  MATCH (end:Use {id: row.use_id})
  MERGE (n)-[:ASKS_FOR]->(end)
}
