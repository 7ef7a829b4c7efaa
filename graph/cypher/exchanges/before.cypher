// The exchanges that the two firms of a match have with each other from other matches, whoever gave.
// takes  $match_id
// gives  id; newest first
MATCH (m:Match {id: $match_id})
MATCH (m)-[:OF_OUTPUT]->(:Output)<-[:CARRIES]-(:Site)<-[:OWNS]-(giver:Firm)
MATCH (m)-[:FOR_NEED]->(:Need)<-[:CARRIES]-(:Site)<-[:OWNS]-(taker:Firm)
MATCH (giver)-[:OWNS]->(:Site)-[:CARRIES]->(mine:Listing)<-[:OF_OUTPUT|FOR_NEED]-(other:Match)<-[:OPENED_FROM]-(e:Exchange)
WHERE other <> m
  AND EXISTS {
    MATCH (other)-[:OF_OUTPUT|FOR_NEED]->(theirs:Listing)<-[:CARRIES]-(:Site)<-[:OWNS]-(taker)
    WHERE theirs <> mine
  }
RETURN DISTINCT e.id AS id, e.opened_at AS opened_at
ORDER BY opened_at DESC, id DESC
