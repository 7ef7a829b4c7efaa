// The likeliest pairs that the ranker gives now and both of whose listings are open, of verified firms. They are
// followed in the order of the index, as far as is needed.
// takes  $now, $least (probability), $limit
// gives  id; best score first
MATCH (m:Match)
USING INDEX m:Match(score)
WHERE m.score IS NOT NULL AND m.is_current AND m.probability >= $least
WITH m
ORDER BY m.score DESC, m.id
WHERE EXISTS {
  MATCH (m)-[:OF_OUTPUT]->(o:Listing)<-[:CARRIES]-(:Site)<-[:OWNS]-(giver:Firm)
  WHERE o.state = 'active' AND o.expires_at > $now AND giver.status = 'verified'
} AND EXISTS {
  MATCH (m)-[:FOR_NEED]->(n:Listing)<-[:CARRIES]-(:Site)<-[:OWNS]-(taker:Firm)
  WHERE n.state = 'active' AND n.expires_at > $now AND taker.status = 'verified'
}
RETURN m.id AS id
LIMIT $limit
