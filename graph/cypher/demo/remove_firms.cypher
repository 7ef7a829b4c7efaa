// Takes away the firms of the demonstration with their sites and what was shown of them.
// takes  nothing
// gives  n_removed (one row)
CALL () {
  MATCH (f:Firm {is_demo: true})
  OPTIONAL MATCH (f)-[:OWNS]->(s:Site)
  OPTIONAL MATCH (shown:Disclosure)-[:OF]->(f)
  WITH collect(DISTINCT f) + collect(DISTINCT s) + collect(DISTINCT shown) AS gone
  FOREACH (n IN gone | DETACH DELETE n)
  RETURN size(gone) AS n_removed
}
RETURN n_removed
