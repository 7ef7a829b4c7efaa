// Under which heading an activity stands; replaces what was there.
// takes  $rows (id, parent (null for sections))
// gives  nothing
UNWIND $rows AS row
MATCH (n:Industry {id: row.id})
CALL (n) {
  MATCH (n)-[old:WITHIN]->()
  DELETE old
}
CALL (n, row) {
  MATCH (end:Industry {id: row.parent})
  MERGE (n)-[:WITHIN]->(end)
}
