// Takes away the people of the demonstration with their keys and what was shown to them.
// takes  nothing
// gives  n_removed (one row)
CALL () {
  MATCH (u:User {is_demo: true})
  OPTIONAL MATCH (u)-[:HOLDS]->(t:Token)
  OPTIONAL MATCH (shown:Disclosure)-[:TO]->(u)
  WITH collect(DISTINCT u) + collect(DISTINCT t) + collect(DISTINCT shown) AS gone
  FOREACH (n IN gone | DETACH DELETE n)
  RETURN size(gone) AS n_removed
}
RETURN n_removed
