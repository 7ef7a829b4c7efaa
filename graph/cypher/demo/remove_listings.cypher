// Takes away the listings of the demonstration.
// takes  nothing
// gives  n_removed (one row)
MATCH (l:Listing)
WHERE l.is_demo OR EXISTS { (l)<-[:CARRIES]-(:Site)<-[:OWNS]-(:Firm {is_demo: true}) }
DETACH DELETE l
RETURN count(l) AS n_removed
