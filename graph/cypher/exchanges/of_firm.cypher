// The exchanges in which a firm takes part.
// takes  $firm_id
// gives  id; newest first
MATCH (:Firm {id: $firm_id})-[:OWNS]->(:Site)-[:CARRIES]->(:Listing)<-[:OF_OUTPUT|FOR_NEED]-(m:Match)
MATCH (m)<-[:OPENED_FROM]-(e:Exchange)
RETURN DISTINCT e.id AS id, e.opened_at AS opened_at
ORDER BY opened_at DESC, id DESC
