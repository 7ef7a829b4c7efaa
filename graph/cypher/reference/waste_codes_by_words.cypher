// Waste codes whose titles or everyday names hold the words. Only entries of six digits can be chosen; the
// words may stand in the titles of their headings, which count half.
// takes  $words (a Lucene query of graph/fulltext.py), $deep (how many hits to look at), $limit
// gives  code (properties of WasteCode); most words in common first
CALL db.index.fulltext.queryNodes('waste_code_words', $words, {limit: $deep}) YIELD node AS hit, score
MATCH path = (hit)<-[:WITHIN*0..2]-(c:WasteCode {level: 3})
WITH c, sum(score * 0.5 ^ length(path)) AS total
RETURN c {.id, .name_ka, .name_en, .title_ka, .title_en, .is_hazardous} AS code
ORDER BY total DESC, c.id
LIMIT $limit
