// What an indicator counts and of which section it tells; replaces what was there.
// takes  $rows (id, driver_id, section (each may be null))
// gives  nothing
UNWIND $rows AS row
MATCH (n:Indicator {id: row.id})
CALL (n) {
  MATCH (n)-[old:COUNTS|TELLS_OF]->()
  DELETE old
}
CALL (n, row) {
  MATCH (end:Driver {id: row.driver_id})
  MERGE (n)-[:COUNTS]->(end)
}
CALL (n, row) {
  MATCH (end:Industry {id: row.section})
  MERGE (n)-[:TELLS_OF]->(end)
}
