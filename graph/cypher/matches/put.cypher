// The pairs that the ranker gives now. A pair that is known keeps its id and what was decided about it.
// takes  $rows (id for a new pair, output_id, need_id, properties)
// gives  output_id, need_id; pairs whose listings are gone are left out
UNWIND $rows AS row
MATCH (o:Listing:Output {id: row.output_id})
MATCH (n:Listing:Need {id: row.need_id})
MERGE (m:Match {output_id: row.output_id, need_id: row.need_id})
  ON CREATE SET m.id = row.id
SET m += row.properties
MERGE (m)-[:OF_OUTPUT]->(o)
MERGE (m)-[:FOR_NEED]->(n)
RETURN row.output_id AS output_id, row.need_id AS need_id
