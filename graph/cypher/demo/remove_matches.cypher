// Takes away the matches in which a listing of the demonstration takes part, with all that hangs on them.
// takes  nothing
// gives  n_removed (one row)
MATCH (l:Listing)<-[:OF_OUTPUT|FOR_NEED]-(m:Match)
WHERE l.is_demo OR EXISTS { (l)<-[:CARRIES]-(:Site)<-[:OWNS]-(:Firm {is_demo: true}) }
WITH collect(DISTINCT m) AS matches
CALL (matches) {
  UNWIND matches AS m
  MATCH (d:Decision)-[:ON]->(m)
  DETACH DELETE d
  RETURN count(d) AS n_decisions
}
CALL (matches) {
  UNWIND matches AS m
  MATCH (e:Exchange)-[:OPENED_FROM]->(m)
  OPTIONAL MATCH (shown:Disclosure)-[:DURING]->(e)
  OPTIONAL MATCH (outcome:Outcome)-[:CAME_OF]->(e)
  WITH collect(DISTINCT e) + collect(DISTINCT shown) + collect(DISTINCT outcome) AS gone
  FOREACH (n IN gone | DETACH DELETE n)
  RETURN size(gone) AS n_exchanges
}
CALL (matches) {
  UNWIND matches AS m
  MATCH (c:AssumptionChange {output_id: m.output_id, need_id: m.need_id})
  WHERE c.number > 0
  DELETE c
  RETURN count(c) AS n_changes
}
CALL (matches) {
  FOREACH (m IN matches | DETACH DELETE m)
  RETURN size(matches) AS n_matches
}
RETURN n_decisions + n_exchanges + n_changes + n_matches AS n_removed
