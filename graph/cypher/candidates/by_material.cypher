// Open counterparts about the same material, or a relative of it in the tree.
// takes  $listing_id, $label (Output or Need: the other side), $now, $limit
// gives  id; nearest in the tree and surest first
MATCH (:Firm)-[:OWNS]->(:Site)-[:CARRIES]->(mine:Listing {id: $listing_id})-[a:ABOUT]->(material:Material)
MATCH path = (material)-[:BROADER*0..3]->(:Material)<-[:BROADER*0..3]-(kin:Material)
WITH mine, kin, max(a.confidence / (1 + length(path))) AS sure
MATCH (kin)<-[b:ABOUT]-(other:Listing)<-[:CARRIES]-(:Site)<-[:OWNS]-(firm:Firm {status: 'verified'})
WHERE $label IN labels(other)
  AND other.state = 'active'
  AND other.expires_at > $now
  AND NOT EXISTS { (firm)-[:OWNS]->(:Site)-[:CARRIES]->(mine) }
RETURN other.id AS id, max(sure * b.confidence) AS score
ORDER BY score DESC, id
LIMIT $limit
