// Open needs for a use that a documented pathway serves from what an output is about. The material may be
// recognised from the text or follow from the waste code, and the pathway may be told of a broader or a
// narrower material.
// takes  $listing_id (an output), $now, $limit
// gives  id; best documented and surest first
MATCH (mine:Listing:Output {id: $listing_id})
CALL (mine) {
  MATCH (mine)-[a:ABOUT]->(material:Material)
  RETURN material, a.confidence AS known
  UNION
  MATCH (mine)-[a:CLASSIFIED_AS]->(:WasteCode)<-[:CODED_AS]-(material:Material)
  RETURN material, a.confidence * 0.5 AS known
}
CALL (material) {
  MATCH path = (material)-[:BROADER*0..3]->(kin:Material)
  RETURN kin, length(path) AS steps
  UNION
  MATCH path = (material)<-[:BROADER*1..3]-(kin:Material)
  RETURN kin, length(path) AS steps
}
MATCH (kin)-[:FEEDS]->(p:Pathway)-[:SERVES]->(use:Use)
WHERE p.strength <> 'never'
WITH mine, use, max(
  known / (1 + steps) * CASE p.strength WHEN 'proven' THEN 1.0 WHEN 'practised' THEN 0.8 ELSE 0.5 END
) AS sure
MATCH (use)<-[b:MEANT_FOR]-(other:Need)<-[:CARRIES]-(:Site)<-[:OWNS]-(firm:Firm {status: 'verified'})
WHERE other.state = 'active'
  AND other.expires_at > $now
  AND NOT EXISTS { (firm)-[:OWNS]->(:Site)-[:CARRIES]->(mine) }
RETURN other.id AS id, max(sure * b.confidence) AS score
ORDER BY score DESC, id
LIMIT $limit
