// What a pathway starts from, goes through, serves and replaces, the rules that it touches and the limits that
// bound it; replaces what was there.
// takes  $rows (id, material_id, process_id (or null), use_id, replaces (or null), rule_ids,
//        bounds (property_id, at_least, at_most))
// gives  nothing
UNWIND $rows AS row
MATCH (n:Pathway {id: row.id})
CALL (n) {
  MATCH (n)-[old:FEEDS|THROUGH|SERVES|REPLACES|TOUCHES|BOUNDED_BY]-()
  DELETE old
}
MATCH (material:Material {id: row.material_id})
MATCH (use:Use {id: row.use_id})
MERGE (material)-[:FEEDS]->(n)
MERGE (n)-[:SERVES]->(use)
WITH n, row
CALL (n, row) {
  MATCH (end:Process {id: row.process_id})
  MERGE (n)-[:THROUGH]->(end)
}
CALL (n, row) {
  MATCH (end:Material {id: row.replaces})
  MERGE (n)-[:REPLACES]->(end)
}
CALL (n, row) {
  UNWIND row.rule_ids AS end_id
  MATCH (end:Rule {id: end_id})
  MERGE (n)-[:TOUCHES]->(end)
}
CALL (n, row) {
  UNWIND row.bounds AS bound
  MATCH (property:Property {id: bound.property_id})
  MERGE (n)-[r:BOUNDED_BY]->(property)
  SET r.at_least = bound.at_least, r.at_most = bound.at_most
}
