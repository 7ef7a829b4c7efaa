// Every pair that somebody answered, with the latest answer of each side and what came of it.
// takes  $skip, $limit
// gives  output_id, need_id, output_firm_id, need_firm_id, is_demo, stage (null without an exchange), answers
//        (latest of each side: properties of Decision), outcomes (latest of each side: properties of Outcome);
//        by id of the match
MATCH (m:Match)
WHERE EXISTS { (m)<-[:ON]-(:Decision) }
MATCH (m)-[:OF_OUTPUT]->(o:Output)<-[:CARRIES]-(:Site)<-[:OWNS]-(giver:Firm)
MATCH (m)-[:FOR_NEED]->(n:Need)<-[:CARRIES]-(:Site)<-[:OWNS]-(taker:Firm)
WITH m, o, n, giver, taker
ORDER BY m.id
SKIP $skip LIMIT $limit
OPTIONAL MATCH (e:Exchange {match_id: m.id})
RETURN o.id AS output_id, n.id AS need_id, giver.id AS output_firm_id, taker.id AS need_firm_id,
       coalesce(giver.is_demo, false) OR coalesce(taker.is_demo, false) AS is_demo, e.stage AS stage,
       [answer IN [
         COLLECT {
           MATCH (d:Decision {side: 'output'})-[:ON]->(m) RETURN d ORDER BY d.decided_at DESC, d.id DESC LIMIT 1
         }[0],
         COLLECT {
           MATCH (d:Decision {side: 'need'})-[:ON]->(m) RETURN d ORDER BY d.decided_at DESC, d.id DESC LIMIT 1
         }[0]
       ] WHERE answer IS NOT NULL | answer {.*}] AS answers,
       [outcome IN [
         COLLECT {
           MATCH (c:Outcome {side: 'output'})-[:CAME_OF]->(e) RETURN c ORDER BY c.recorded_at DESC, c.id DESC LIMIT 1
         }[0],
         COLLECT {
           MATCH (c:Outcome {side: 'need'})-[:CAME_OF]->(e) RETURN c ORDER BY c.recorded_at DESC, c.id DESC LIMIT 1
         }[0]
       ] WHERE outcome IS NOT NULL | outcome {.*}] AS outcomes
ORDER BY m.id
