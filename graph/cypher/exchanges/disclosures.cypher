// Who was shown the name of a firm, or of any firm.
// takes  $firm_id (whose name was shown; null for all), $limit
// gives  disclosure (properties of Disclosure; viewer_user_id, firm_id, exchange_id); newest first
MATCH (u:User)<-[:TO]-(d:Disclosure)-[:OF]->(f:Firm)
WHERE $firm_id IS NULL OR f.id = $firm_id
WITH d, u, f
ORDER BY d.at DESC, d.id DESC
LIMIT $limit
OPTIONAL MATCH (d)-[:DURING]->(e:Exchange)
RETURN d {.*, viewer_user_id: u.id, firm_id: f.id, exchange_id: e.id} AS disclosure
ORDER BY d.at DESC, d.id DESC
