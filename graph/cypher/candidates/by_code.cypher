// Open counterparts by waste code: the same code (1), a material that usually goes under it (0.7), its
// mirror entry or another code of the same heading of four digits (0.4).
// takes  $listing_id, $label (Output or Need: the other side), $now, $limit
// gives  id; nearest and surest first
MATCH (mine:Listing {id: $listing_id})
CALL (mine) {
  MATCH (mine)-[a:CLASSIFIED_AS]->(:WasteCode)<-[b:CLASSIFIED_AS]-(other:Listing)
  RETURN other, a.confidence * b.confidence AS sure
  UNION
  MATCH (mine)-[a:CLASSIFIED_AS]->(:WasteCode)<-[:CODED_AS]-(:Material)<-[b:ABOUT]-(other:Listing)
  RETURN other, a.confidence * b.confidence * 0.7 AS sure
  UNION
  MATCH (mine)-[a:ABOUT]->(:Material)-[:CODED_AS]->(:WasteCode)<-[b:CLASSIFIED_AS]-(other:Listing)
  RETURN other, a.confidence * b.confidence * 0.7 AS sure
  UNION
  MATCH (mine)-[a:CLASSIFIED_AS]->(:WasteCode)-[:WITHIN]->(:WasteCode)<-[:WITHIN]-(near:WasteCode)
  MATCH (near)<-[b:CLASSIFIED_AS]-(other:Listing)
  RETURN other, a.confidence * b.confidence * 0.4 AS sure
}
MATCH (other)<-[:CARRIES]-(:Site)<-[:OWNS]-(firm:Firm {status: 'verified'})
WHERE $label IN labels(other)
  AND other.state = 'active'
  AND other.expires_at > $now
  AND NOT EXISTS { (firm)-[:OWNS]->(:Site)-[:CARRIES]->(mine) }
RETURN other.id AS id, max(sure) AS score
ORDER BY score DESC, id
LIMIT $limit
