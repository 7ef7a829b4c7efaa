// Notes that somebody was shown the name and contacts of a firm.
// takes  $id, $viewer_user_id, $firm_id (whose name it is), $exchange_id (null without one), $what, $at
// gives  id; no row when the person or the firm does not exist
MATCH (u:User {id: $viewer_user_id})
MATCH (f:Firm {id: $firm_id})
MERGE (d:Disclosure {id: $id})
  ON CREATE SET d.what = $what, d.at = $at
MERGE (d)-[:TO]->(u)
MERGE (d)-[:OF]->(f)
WITH d
CALL (d) {
  MATCH (e:Exchange {id: $exchange_id})
  MERGE (d)-[:DURING]->(e)
}
RETURN d.id AS id
