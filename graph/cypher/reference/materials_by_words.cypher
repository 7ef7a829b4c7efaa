// Materials whose names or synonyms hold the words.
// takes  $words (a Lucene query of graph/fulltext.py), $limit
// gives  entry (id and names of Material); most words in common first
CALL db.index.fulltext.queryNodes('material_words', $words, {limit: $limit}) YIELD node AS m, score
RETURN m {.id, .name_ka, .name_en, .name_ru, .kind} AS entry
ORDER BY score DESC, m.id
