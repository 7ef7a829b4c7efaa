// The chains that were found now. One that is known keeps its id and what was said of it.
// takes  $rows (id for a new chain, output_id, need_id, site_id, process_id, properties)
// gives  id; chains whose listings or whose offer are gone are left out
UNWIND $rows AS row
MATCH (o:Listing:Output {id: row.output_id})
MATCH (n:Listing:Need {id: row.need_id})
MATCH (s:Site {id: row.site_id})-[:OFFERS]->(:Process {id: row.process_id})
MERGE (c:Chain {
  output_id: row.output_id, need_id: row.need_id, site_id: row.site_id, process_id: row.process_id
})
  ON CREATE SET c.id = row.id
SET c += row.properties
MERGE (c)-[:LEADS_FROM]->(o)
MERGE (c)-[:LEADS_TO]->(n)
MERGE (c)-[:LEADS_THROUGH]->(s)
RETURN c.id AS id
