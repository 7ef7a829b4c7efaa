// Open counterparts meant for the same use: an output offered as bedding, a need for bedding.
// takes  $listing_id, $label (Output or Need: the other side), $now, $limit
// gives  id; surest first
MATCH (mine:Listing {id: $listing_id})-[a:MEANT_FOR]->(:Use)<-[b:MEANT_FOR]-(other:Listing)
MATCH (other)<-[:CARRIES]-(:Site)<-[:OWNS]-(firm:Firm {status: 'verified'})
WHERE $label IN labels(other)
  AND other.state = 'active'
  AND other.expires_at > $now
  AND NOT EXISTS { (firm)-[:OWNS]->(:Site)-[:CARRIES]->(mine) }
RETURN other.id AS id, max(a.confidence * b.confidence) AS score
ORDER BY score DESC, id
LIMIT $limit
