// The likeliest counterparts of a listing among its current pairs, where both are open and of verified firms.
// takes  $listing_id, $now, $least (probability), $limit
// gives  id (of the counterpart); best score first
MATCH (l:Listing {id: $listing_id})<-[:CARRIES]-(:Site)<-[:OWNS]-(:Firm {status: 'verified'})
WHERE l.state = 'active' AND l.expires_at > $now
MATCH (l)<-[:OF_OUTPUT|FOR_NEED]-(m:Match)-[:OF_OUTPUT|FOR_NEED]->(other:Listing)
WHERE m.is_current AND m.probability >= $least AND other.id <> l.id
  AND other.state = 'active' AND other.expires_at > $now
  AND EXISTS { (other)<-[:CARRIES]-(:Site)<-[:OWNS]-(:Firm {status: 'verified'}) }
RETURN other.id AS id
ORDER BY m.score DESC, id
LIMIT $limit
