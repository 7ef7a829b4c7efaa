// Corrections that say what words mean, and that nobody decided on as a synonym yet.
// takes  $limit
// gives  correction (properties of Correction, listing_id), text (of the listing), firm_id, firm_name_ka,
//        firm_name_latin, is_demo; oldest first
MATCH (c:Correction {meant: 'is'})-[:CORRECTS]->(l:Listing)<-[:CARRIES]-(:Site)<-[:OWNS]-(f:Firm)
WHERE c.words <> '' AND NOT EXISTS { MATCH (d:SynonymDecision) WHERE c.id IN d.correction_ids }
RETURN c {.*, listing_id: l.id} AS correction, l.text AS text, f.id AS firm_id,
       f.name_ka AS firm_name_ka, f.name_latin AS firm_name_latin, coalesce(f.is_demo, false) AS is_demo
ORDER BY c.corrected_at, c.id
LIMIT $limit
