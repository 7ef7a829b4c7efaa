// The likeliest pairs that the ranker gives now and both of whose listings are open, of verified firms.
// takes  $now, $least (probability), $limit
// gives  id; best score first
MATCH (m:Match)-[:OF_OUTPUT]->(o:Listing)<-[:CARRIES]-(:Site)<-[:OWNS]-(giver:Firm)
WHERE m.is_current AND m.probability >= $least AND o.state = 'active' AND o.expires_at > $now
  AND giver.status = 'verified'
MATCH (m)-[:FOR_NEED]->(n:Listing)<-[:CARRIES]-(:Site)<-[:OWNS]-(taker:Firm)
WHERE n.state = 'active' AND n.expires_at > $now AND taker.status = 'verified'
RETURN m.id AS id
ORDER BY m.score DESC, id
LIMIT $limit
