// Under which heading a waste code stands, and its mirror entries; replaces what was there.
// takes  $rows (id, parent (null for chapters), twins)
// gives  nothing
UNWIND $rows AS row
MATCH (n:WasteCode {id: row.id})
CALL (n) {
  MATCH (n)-[old:WITHIN|TWIN_OF]->(:WasteCode)
  DELETE old
}
CALL (n, row) {
  MATCH (parent:WasteCode {id: row.parent})
  MERGE (n)-[:WITHIN]->(parent)
}
CALL (n, row) {
  UNWIND row.twins AS twin_id
  MATCH (twin:WasteCode {id: twin_id})
  MERGE (n)-[:TWIN_OF]->(twin)
}
