// What is looked for by value, by order or by words.

CREATE INDEX listing_kind_posted_at IF NOT EXISTS FOR (n:Listing) ON (n.kind, n.posted_at);
CREATE INDEX listing_posted_at IF NOT EXISTS FOR (n:Listing) ON (n.posted_at);
CREATE INDEX firm_status IF NOT EXISTS FOR (n:Firm) ON (n.status);
CREATE INDEX match_score IF NOT EXISTS FOR (n:Match) ON (n.score);
CREATE INDEX exchange_opened_at IF NOT EXISTS FOR (n:Exchange) ON (n.opened_at);
CREATE INDEX disclosure_at IF NOT EXISTS FOR (n:Disclosure) ON (n.at);

// No stemming and no stop words: the index serves Georgian, English and Russian at once, and the endings
// of words are dealt with in the query (graph/fulltext.py). This analyzer lowers Mtavruli letters too.
CREATE FULLTEXT INDEX output_text IF NOT EXISTS FOR (n:Output) ON EACH [n.text]
  OPTIONS {indexConfig: {`fulltext.analyzer`: 'standard-no-stop-words', `fulltext.eventually_consistent`: false}};
CREATE FULLTEXT INDEX need_text IF NOT EXISTS FOR (n:Need) ON EACH [n.text]
  OPTIONS {indexConfig: {`fulltext.analyzer`: 'standard-no-stop-words', `fulltext.eventually_consistent`: false}};
CREATE FULLTEXT INDEX waste_code_words IF NOT EXISTS FOR (n:WasteCode)
  ON EACH [n.title_ka, n.title_en, n.name_ka, n.name_en, n.name_ru]
  OPTIONS {indexConfig: {`fulltext.analyzer`: 'standard-no-stop-words', `fulltext.eventually_consistent`: false}};
CREATE FULLTEXT INDEX material_words IF NOT EXISTS FOR (n:Material)
  ON EACH [n.name_ka, n.name_en, n.name_ru, n.synonyms]
  OPTIONS {indexConfig: {`fulltext.analyzer`: 'standard-no-stop-words', `fulltext.eventually_consistent`: false}};
CREATE FULLTEXT INDEX use_words IF NOT EXISTS FOR (n:Use)
  ON EACH [n.name_ka, n.name_en, n.name_ru, n.synonyms]
  OPTIONS {indexConfig: {`fulltext.analyzer`: 'standard-no-stop-words', `fulltext.eventually_consistent`: false}};
