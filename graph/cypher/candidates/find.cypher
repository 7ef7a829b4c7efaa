// Open counterparts of a listing by what they are about, meant for, classified as, by the activity of their
// firm and by their words. What a lead is worth, times how sure the link is, adds up over the ways; nearness
// is added for those that are worth most without it.
// takes  $listing_id, $label (Output or Need: the other side), $now; $materials, $uses, $codes, $activities
//        (leads: lists of maps id, worth, way; most worth first), $nearness (municipality id -> worth),
//        $index (output_text or need_text), $words (a Lucene query of graph/fulltext.py, or ""), $wording
//        (what the best hit is worth), $wide (links followed for each kind of lead), $deep (how many are
//        looked at), $hits (how many of the words), $limit
// gives  id, ways; best first
MATCH (mine:Listing {id: $listing_id})<-[:CARRIES]-(:Site)<-[:OWNS]-(self:Firm {status: 'verified'})
WHERE mine.state = 'active' AND mine.expires_at > $now
CALL () {
  CALL () {
    UNWIND $materials AS lead
    MATCH (:Material {id: lead.id})<-[link:ABOUT]-(other:$($label))
    RETURN other, lead.way AS way, lead.worth * link.confidence AS worth
    LIMIT $wide
    UNION ALL
    UNWIND $uses AS lead
    MATCH (:Use {id: lead.id})<-[link:MEANT_FOR]-(other:$($label))
    RETURN other, lead.way AS way, lead.worth * link.confidence AS worth
    LIMIT $wide
    UNION ALL
    UNWIND $codes AS lead
    MATCH (:WasteCode {id: lead.id})<-[link:CLASSIFIED_AS]-(other:$($label))
    RETURN other, lead.way AS way, lead.worth * link.confidence AS worth
    LIMIT $wide
    UNION ALL
    UNWIND $activities AS lead
    MATCH (:Industry {id: lead.id})<-[:ACTIVE_IN]-(:Firm)-[:OWNS]->(:Site)-[:CARRIES]->(other:$($label))
    RETURN other, lead.way AS way, lead.worth AS worth
    LIMIT $hits
  }
  WITH other, way, max(worth) AS worth
  WITH other, sum(worth) AS worth, collect(way) AS ways
  ORDER BY worth DESC
  LIMIT $deep
  RETURN other, worth, ways
  UNION ALL
  WITH * WHERE $words <> ''
  CALL db.index.fulltext.queryNodes($index, $words, {limit: $hits}) YIELD node, score
  WITH collect({node: node, score: score}) AS hits
  UNWIND hits AS hit
  RETURN hit.node AS other, $wording * hit.score / hits[0].score AS worth, ['text'] AS ways
}
WITH self, other, sum(worth) AS worth, reduce(all = [], some IN collect(ways) | all + some) AS ways
MATCH (place:Municipality)<-[:LOCATED_IN]-(site:Site)-[:CARRIES]->(other)
MATCH (site)<-[:OWNS]-(firm:Firm {status: 'verified'})
WHERE firm <> self AND other.state = 'active' AND other.expires_at > $now
RETURN other.id AS id, ways, worth + coalesce($nearness[place.id], 0.0) AS worth
ORDER BY worth DESC, id
LIMIT $limit
