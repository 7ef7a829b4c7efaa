// What was turned into what, how, by whom; replaces what was there.
// takes  $rows (id, material_id, use_id, process_id (or null), giver_ids, taker_ids (activities))
// gives  nothing
UNWIND $rows AS row
MATCH (n:Precedent {id: row.id})
CALL (n) {
  MATCH (n)-[old:TURNED|INTO|THROUGH|GIVEN_BY|TAKEN_BY]->()
  DELETE old
}
CALL (n, row) {
  MATCH (end:Material {id: row.material_id})
  MERGE (n)-[:TURNED]->(end)
}
CALL (n, row) {
  MATCH (end:Use {id: row.use_id})
  MERGE (n)-[:INTO]->(end)
}
CALL (n, row) {
  MATCH (end:Process {id: row.process_id})
  MERGE (n)-[:THROUGH]->(end)
}
CALL (n, row) {
  UNWIND row.giver_ids AS end_id
  MATCH (end:Industry {id: end_id})
  MERGE (n)-[:GIVEN_BY]->(end)
}
CALL (n, row) {
  UNWIND row.taker_ids AS end_id
  MATCH (end:Industry {id: end_id})
  MERGE (n)-[:TAKEN_BY]->(end)
}
