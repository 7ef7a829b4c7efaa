// Which industries usually buy for a use; replaces what was there.
// takes  $rows (id, nace)
// gives  nothing
UNWIND $rows AS row
MATCH (n:Use {id: row.id})
CALL (n) {
  MATCH (n)-[old:BOUGHT_BY]->(:Industry)
  DELETE old
}
WITH n, row
UNWIND row.nace AS industry_id
MATCH (industry:Industry {id: industry_id})
MERGE (n)-[:BOUGHT_BY]->(industry)
