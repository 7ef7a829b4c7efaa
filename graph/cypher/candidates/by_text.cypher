// Open counterparts whose text shares words.
// takes  $listing_id, $index (output_text or need_text: the other side), $words (a Lucene query of
//        graph/fulltext.py), $deep (how many hits to look at), $now, $limit
// gives  id; most words in common first
MATCH (mine:Listing {id: $listing_id})
CALL db.index.fulltext.queryNodes($index, $words, {limit: $deep}) YIELD node AS other, score
MATCH (other)<-[:CARRIES]-(:Site)<-[:OWNS]-(firm:Firm {status: 'verified'})
WHERE other.state = 'active'
  AND other.expires_at > $now
  AND NOT EXISTS { (firm)-[:OWNS]->(:Site)-[:CARRIES]->(mine) }
RETURN other.id AS id, score
ORDER BY score DESC, id
LIMIT $limit
