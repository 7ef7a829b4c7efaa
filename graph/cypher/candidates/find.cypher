// Open counterparts of a listing by what they are read as and by their words. The cells (a thing, in a
// municipality) are followed best first, as far as $wide links; the $deep counterparts that look best by one
// link are given, and those whose words are likest. Which of them fit best is for their sketches to say, and
// whose they are is asked of the few that are read.
// takes  $listing_id, $now; $things, $places (municipality ids), $cells (number of the thing times how many
//        places there are, plus number of the place; best first), $leads (thing -> list of worth, by_use_share,
//        by_material_share), $index (output_text or need_text), $words (a Lucene query of
//        graph/fulltext.py, or ""), $nearness (municipality id -> worth), $wide, $deep, $hits (how many of the
//        words), $unread (the sketch of what has none)
// gives  ids, sketches (bytes each), hits (how alike the words are, 1 for the best; 0: not by its
//        words); one row of three lists in no particular order
MATCH (mine:Listing {id: $listing_id})<-[:CARRIES]-(:Site)<-[:OWNS]-(:Firm {status: 'verified'})
WHERE mine.state = 'active' AND mine.expires_at > $now
CALL () {
  UNWIND $cells AS cell
  WITH $things[cell / size($places)] AS thing, $places[cell % size($places)] AS place
  WITH thing, place, $leads[thing] AS lead, $nearness[place] AS nearness
  MATCH (other:Listing)-[link:READ_AS {thing: thing, place: place}]->()
  WITH lead, nearness, other, link
  LIMIT $wide
  WITH
    other,
    max(nearness + lead[0] * link.sure) + sum(lead[1] * link.use_share + lead[2] * link.material_share) AS rough
  ORDER BY rough DESC
  LIMIT $deep
  RETURN other, 0.0 AS hit
  UNION ALL
  WITH * WHERE $words <> ''
  CALL db.index.fulltext.queryNodes($index, $words, {limit: $hits}) YIELD node, score
  WITH collect({node: node, score: score}) AS hits
  UNWIND hits AS one
  RETURN one.node AS other, one.score / hits[0].score AS hit
}
WITH other, max(hit) AS hit
WHERE other.state = 'active' AND other.expires_at > $now
RETURN collect(other.id) AS ids, collect(coalesce(other.sketch, $unread)) AS sketches, collect(hit) AS hits
