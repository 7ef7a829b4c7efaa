// Says for which firm a person works.
// takes  $user_id, $firm_id
// gives  firm_id; no row when either does not exist
MATCH (u:User {id: $user_id})
MATCH (f:Firm {id: $firm_id})
MERGE (u)-[:WORKS_FOR]->(f)
RETURN f.id AS firm_id
