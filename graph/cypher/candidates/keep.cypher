// What a listing is read as: by this the other side finds it. Replaces what was there.
// takes  $id, $sketch (bytes of matching/glance.py), $understood (text of matching/understood.py); $materials, $uses, $codes (lists of maps: id and
//        the properties of READ_AS but place)
// gives  nothing
MATCH (l:Listing {id: $id})<-[:CARRIES]-(:Site)-[:LOCATED_IN]->(place:Municipality)
SET l.sketch = $sketch, l.understood = $understood
WITH l, place
CALL (l) {
  MATCH (l)-[old:READ_AS]->()
  DELETE old
}
CALL (l, place) {
  UNWIND $materials AS trace
  MATCH (m:Material {id: trace.id})
  CREATE (l)-[link:READ_AS {place: place.id}]->(m)
  SET link += trace.properties
}
CALL (l, place) {
  UNWIND $uses AS trace
  MATCH (u:Use {id: trace.id})
  CREATE (l)-[link:READ_AS {place: place.id}]->(u)
  SET link += trace.properties
}
CALL (l, place) {
  UNWIND $codes AS trace
  MATCH (c:WasteCode {id: trace.id})
  CREATE (l)-[link:READ_AS {place: place.id}]->(c)
  SET link += trace.properties
}
