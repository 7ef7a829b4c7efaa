// The best chains of the network that hold now: both listings open, all three firms verified, the process offered.
// takes  $now, $least (score), $limit
// gives  chain (properties of Chain and match_id): of each output the best one of which nothing was said; best first
MATCH (c:Chain)-[:LEADS_THROUGH]->(s:Site)<-[:OWNS]-(processor:Firm)
WHERE c.is_current AND c.score >= $least AND NOT EXISTS { (:ChainAnswer)-[:SAID_OF]->(c) } AND processor.status = 'verified'
  AND EXISTS { (s)-[:OFFERS]->(:Process {id: c.process_id}) }
MATCH (c)-[:LEADS_FROM]->(o:Output)<-[:CARRIES]-(:Site)<-[:OWNS]-(giver:Firm)
WHERE o.state = 'active' AND o.expires_at > $now AND giver.status = 'verified'
MATCH (c)-[:LEADS_TO]->(n:Need)<-[:CARRIES]-(:Site)<-[:OWNS]-(taker:Firm)
WHERE n.state = 'active' AND n.expires_at > $now AND taker.status = 'verified'
MATCH (m:Match {output_id: c.output_id, need_id: c.need_id, is_current: true})
WITH o, c, m
ORDER BY c.score DESC, c.output_id, c.need_id, c.site_id, c.process_id
WITH o, collect(c {.*, match_id: m.id})[0] AS chain
RETURN chain
ORDER BY chain.score DESC, chain.output_id
LIMIT $limit
