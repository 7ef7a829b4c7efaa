// Takes away the chains in which a listing or a site of the demonstration takes part, with what was said of them.
// takes  nothing
// gives  n_removed (one row)
MATCH (c:Chain)
WHERE EXISTS { (c)-[:LEADS_FROM|LEADS_TO]->(:Listing {is_demo: true}) }
  OR EXISTS { (c)-[:LEADS_FROM|LEADS_TO]->(:Listing)<-[:CARRIES]-(:Site)<-[:OWNS]-(:Firm {is_demo: true}) }
  OR EXISTS { (c)-[:LEADS_THROUGH]->(:Site)<-[:OWNS]-(:Firm {is_demo: true}) }
OPTIONAL MATCH (a:ChainAnswer)-[:SAID_OF]->(c)
WITH collect(DISTINCT c) + collect(DISTINCT a) AS gone
FOREACH (n IN gone | DETACH DELETE n)
RETURN size(gone) AS n_removed
