// Whether two firms know each other's names by an exchange between them.
// takes  $firm_id, $code (9 digits or null), $digest (of a personal number, or null)
// gives  id of the other firm; at most one row
MATCH (f:Firm {id: $firm_id})-[:OWNS]->(:Site)-[:CARRIES]->(:Listing)<-[:OF_OUTPUT|FOR_NEED]-(m:Match)
MATCH (m)-[:OF_OUTPUT|FOR_NEED]->(:Listing)<-[:CARRIES]-(:Site)<-[:OWNS]-(other:Firm)
WHERE (other.identification_code = $code OR other.personal_number_digest = $digest)
  AND EXISTS { (:Exchange)-[:OPENED_FROM]->(m) }
RETURN other.id AS id
LIMIT 1
