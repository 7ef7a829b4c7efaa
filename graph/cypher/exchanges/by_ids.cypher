// Exchanges with their listings and firms.
// takes  $ids
// gives  id, match_id, opened_at, stage, output_id, need_id, output_firm_id, need_firm_id; in the order of
//        $ids, unknown ids left out
UNWIND range(0, size($ids) - 1) AS position
MATCH (e:Exchange {id: $ids[position]})-[:OPENED_FROM]->(m:Match)
MATCH (m)-[:OF_OUTPUT]->(o:Output)<-[:CARRIES]-(:Site)<-[:OWNS]-(giver:Firm)
MATCH (m)-[:FOR_NEED]->(n:Need)<-[:CARRIES]-(:Site)<-[:OWNS]-(taker:Firm)
RETURN e.id AS id, m.id AS match_id, e.opened_at AS opened_at, e.stage AS stage,
       o.id AS output_id, n.id AS need_id, giver.id AS output_firm_id, taker.id AS need_firm_id
ORDER BY position
