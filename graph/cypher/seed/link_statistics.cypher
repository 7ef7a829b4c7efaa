// What a value shows and where it holds; replaces what was there.
// takes  $rows (id, indicator_id, municipality_id, region_id (one of the two))
// gives  nothing
UNWIND $rows AS row
MATCH (n:Statistic {id: row.id})
CALL (n) {
  MATCH (n)-[old:SHOWS|HOLDS_IN]->()
  DELETE old
}
CALL (n, row) {
  MATCH (end:Indicator {id: row.indicator_id})
  MERGE (n)-[:SHOWS]->(end)
}
CALL (n, row) {
  MATCH (end:Municipality {id: row.municipality_id})
  MERGE (n)-[:HOLDS_IN]->(end)
}
CALL (n, row) {
  MATCH (end:Region {id: row.region_id})
  MERGE (n)-[:HOLDS_IN]->(end)
}
