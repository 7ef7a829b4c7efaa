// Takes away the listings of the demonstration, with what was corrected and coded of them.
// takes  nothing
// gives  n_removed (one row)
MATCH (l:Listing)
WHERE l.is_demo OR EXISTS { (l)<-[:CARRIES]-(:Site)<-[:OWNS]-(:Firm {is_demo: true}) }
OPTIONAL MATCH (c:Correction|CodeChange)-[:CORRECTS|CLASSIFIES]->(l)
DETACH DELETE c
WITH DISTINCT l
DETACH DELETE l
RETURN count(l) AS n_removed
