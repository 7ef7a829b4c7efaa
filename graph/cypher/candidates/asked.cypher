// The listing for which counterparts are sought, if it may have any: active, not expired, of a verified firm.
// takes  $listing_id, $now
// gives  is_output, text, names (of what it is about, in all languages); at most one row
MATCH (mine:Listing {id: $listing_id})<-[:CARRIES]-(:Site)<-[:OWNS]-(:Firm {status: 'verified'})
WHERE mine.state = 'active' AND mine.expires_at > $now
RETURN mine:Output AS is_output,
       mine.text AS text,
       COLLECT {
         MATCH (mine)-[:ABOUT]->(m:Material)
         UNWIND [m.name_ka, m.name_en, m.name_ru] AS name
         RETURN name
       } AS names
