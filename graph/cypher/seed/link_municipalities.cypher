// In which region each municipality lies; replaces what was there.
// takes  $rows (id, region)
// gives  nothing
UNWIND $rows AS row
MATCH (n:Municipality {id: row.id})
CALL (n) {
  MATCH (n)-[old:PART_OF]->(:Region)
  DELETE old
}
WITH n, row
MATCH (region:Region {id: row.region})
MERGE (n)-[:PART_OF]->(region)
