// The chains between an output and a need that hold now, through firms that still offer the process.
// takes  $output_id, $need_id, $least (score)
// gives  chain (properties of Chain and match_id); best first
MATCH (c:Chain {output_id: $output_id, need_id: $need_id})-[:LEADS_THROUGH]->(s:Site)<-[:OWNS]-(f:Firm)
WHERE c.is_current AND c.score >= $least AND f.status = 'verified'
  AND EXISTS { (s)-[:OFFERS]->(:Process {id: c.process_id}) }
MATCH (m:Match {output_id: $output_id, need_id: $need_id, is_current: true})
RETURN c {.*, match_id: m.id} AS chain
ORDER BY c.score DESC, c.site_id, c.process_id
