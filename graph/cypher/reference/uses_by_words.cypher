// Uses whose names or synonyms hold the words.
// takes  $words (a Lucene query of graph/fulltext.py), $limit
// gives  entry (id and names of Use); most words in common first
CALL db.index.fulltext.queryNodes('use_words', $words, {limit: $limit}) YIELD node AS u, score
RETURN u {.id, .name_ka, .name_en, .name_ru, .kind} AS entry
ORDER BY score DESC, u.id
