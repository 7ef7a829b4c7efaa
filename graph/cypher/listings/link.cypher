// What a listing is about, meant for and classified as, and what it is not: replaces what was there.
// takes  $id; $materials, $uses, $codes (lists of maps: id, confidence 0..1, is_confirmed); $not_ids
// gives  materials, uses, codes, not_meant (lists of the ids that exist; one row)
MATCH (l:Listing {id: $id})
OPTIONAL MATCH (l)-[old:ABOUT|MEANT_FOR|CLASSIFIED_AS|NOT_MEANT]->()
DELETE old
WITH DISTINCT l
CALL (l) {
  UNWIND $materials AS row
  MATCH (m:Material {id: row.id})
  MERGE (l)-[r:ABOUT]->(m)
  SET r.confidence = row.confidence, r.is_confirmed = row.is_confirmed
  RETURN collect(m.id) AS materials
}
CALL (l) {
  UNWIND $uses AS row
  MATCH (u:Use {id: row.id})
  MERGE (l)-[r:MEANT_FOR]->(u)
  SET r.confidence = row.confidence, r.is_confirmed = row.is_confirmed
  RETURN collect(u.id) AS uses
}
CALL (l) {
  UNWIND $codes AS row
  MATCH (c:WasteCode {id: row.id})
  MERGE (l)-[r:CLASSIFIED_AS]->(c)
  SET r.confidence = row.confidence, r.is_confirmed = row.is_confirmed
  RETURN collect(c.id) AS codes
}
CALL (l) {
  UNWIND $not_ids AS id
  MATCH (x:Material|Use {id: id})
  MERGE (l)-[:NOT_MEANT]->(x)
  RETURN collect(x.id) AS not_meant
}
RETURN materials, uses, codes, not_meant
