// The chains of which something was said, whether they still hold or not.
// takes  $limit
// gives  chain (properties of Chain; match_id, null when the pair is no match now), site (firm_id, site_id, process_id,
//        municipality, nace_division, is_demo: where it was to be processed); last said first
MATCH (a:ChainAnswer)-[:SAID_OF]->(c:Chain)
WITH c, max(a.said_at) AS said_at
ORDER BY said_at DESC, c.id
LIMIT $limit
MATCH (c)-[:LEADS_THROUGH]->(s:Site)<-[:OWNS]-(f:Firm)-[:ACTIVE_IN]->(i:Industry)
MATCH (s)-[:LOCATED_IN]->(at:Municipality)
OPTIONAL MATCH (m:Match {output_id: c.output_id, need_id: c.need_id, is_current: true})
RETURN c {.*, match_id: m.id} AS chain, {firm_id: f.id, site_id: s.id, process_id: c.process_id,
  municipality: at.id, nace_division: i.id, is_demo: coalesce(f.is_demo, false)} AS site
ORDER BY said_at DESC, c.id
