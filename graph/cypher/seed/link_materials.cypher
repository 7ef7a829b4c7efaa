// The broader material and the usual waste codes of a material; replaces what was there.
// takes  $rows (id, parent (null at the top), ewc_codes)
// gives  nothing
UNWIND $rows AS row
MATCH (n:Material {id: row.id})
CALL (n) {
  MATCH (n)-[old:BROADER|CODED_AS]->()
  DELETE old
}
CALL (n, row) {
  MATCH (parent:Material {id: row.parent})
  MERGE (n)-[:BROADER]->(parent)
}
CALL (n, row) {
  UNWIND row.ewc_codes AS code_id
  MATCH (code:WasteCode {id: code_id})
  MERGE (n)-[:CODED_AS]->(code)
}
