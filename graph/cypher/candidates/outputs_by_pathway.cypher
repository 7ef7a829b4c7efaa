// Open outputs from which a documented pathway serves the use that a need is meant for. The same walk as
// needs_by_pathway, from the other end.
// takes  $listing_id (a need), $now, $limit
// gives  id; best documented and surest first
MATCH (mine:Listing:Need {id: $listing_id})-[b:MEANT_FOR]->(:Use)<-[:SERVES]-(p:Pathway)
MATCH (p)<-[:FEEDS]-(material:Material)
WHERE p.strength <> 'never'
WITH mine, material, max(
  b.confidence * CASE p.strength WHEN 'proven' THEN 1.0 WHEN 'practised' THEN 0.8 ELSE 0.5 END
) AS wanted
CALL (material) {
  MATCH path = (material)-[:BROADER*0..3]->(kin:Material)
  RETURN kin, length(path) AS steps
  UNION
  MATCH path = (material)<-[:BROADER*1..3]-(kin:Material)
  RETURN kin, length(path) AS steps
}
WITH mine, kin, max(wanted / (1 + steps)) AS sure
CALL (kin) {
  MATCH (kin)<-[a:ABOUT]-(other:Output)
  RETURN other, a.confidence AS known
  UNION
  MATCH (kin)-[:CODED_AS]->(:WasteCode)<-[a:CLASSIFIED_AS]-(other:Output)
  RETURN other, a.confidence * 0.5 AS known
}
MATCH (other)<-[:CARRIES]-(:Site)<-[:OWNS]-(firm:Firm {status: 'verified'})
WHERE other.state = 'active'
  AND other.expires_at > $now
  AND NOT EXISTS { (firm)-[:OWNS]->(:Site)-[:CARRIES]->(mine) }
RETURN other.id AS id, max(sure * known) AS score
ORDER BY score DESC, id
LIMIT $limit
