// Open counterparts of a listing by what they are read as and by their words. The cells (a thing, in a
// municipality) are followed best first, as far as $wide links; the $deep counterparts that look best by one
// link are then added up over all that they are read as, as the ranker would nearly do.
// takes  $listing_id, $now; $cells (pairs of thing and municipality id, best first), $leads (thing -> map
//        sort, way, worth, by_use_share, by_material_share), $index (output_text or need_text), $words (a Lucene query of graph/fulltext.py,
//        or ""), $wording (what the best hit is worth), $nearness (municipality id -> worth), $wide, $deep,
//        $hits (how many of the words), $limit
// gives  id, ways; best first
MATCH (mine:Listing {id: $listing_id})<-[:CARRIES]-(:Site)<-[:OWNS]-(self:Firm {status: 'verified'})
WHERE mine.state = 'active' AND mine.expires_at > $now
CALL () {
  UNWIND $cells AS cell
  WITH cell[0] AS thing, cell[1] AS place, $leads[cell[0]] AS lead, $nearness[cell[1]] AS nearness
  MATCH (other:Listing)-[link:READ_AS {thing: thing, place: place}]->()
  WITH lead, nearness, other, link
  LIMIT $wide
  WITH other, max(
    nearness + lead.worth * link.sure
    + lead.by_use_share * link.use_share + lead.by_material_share * link.material_share
  ) AS rough
  ORDER BY rough DESC
  LIMIT $deep
  RETURN other, 0.0 AS worded
  UNION ALL
  WITH * WHERE $words <> ''
  CALL db.index.fulltext.queryNodes($index, $words, {limit: $hits}) YIELD node, score
  WITH collect({node: node, score: score}) AS hits
  UNWIND hits AS hit
  RETURN hit.node AS other, $wording * hit.score / hits[0].score AS worded
}
WITH self, other, max(worded) AS worded
WHERE other.state = 'active' AND other.expires_at > $now
CALL (other) {
  MATCH (other)-[link:READ_AS]->()
  WITH link, $leads[link.thing] AS lead
  WITH
    lead.sort AS sort,
    max(lead.worth * link.sure) AS best,
    sum(lead.by_use_share * link.use_share + lead.by_material_share * link.material_share) AS shares,
    collect(lead.way) AS ways,
    max(link.place) AS place
  RETURN sum(best) + sum(shares) AS linked, collect(ways) AS ways, max(place) AS place
}
WITH self, other, worded, ways, linked + worded + coalesce($nearness[place], 0.0) AS worth
ORDER BY worth DESC, other.id
LIMIT $limit
MATCH (other)<-[:CARRIES]-(:Site)<-[:OWNS]-(firm:Firm {status: 'verified'})
WHERE firm <> self
RETURN
  other.id AS id,
  reduce(all = CASE WHEN worded > 0 THEN ['text'] ELSE [] END, some IN ways | all + some) AS ways
ORDER BY worth DESC, id
