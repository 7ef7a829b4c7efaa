// What the outputs of open exchanges bring to each need.
// takes  nothing
// gives  need_id, tonnes (a year; what is not known counts nothing)
MATCH (e:Exchange)-[:OPENED_FROM]->(m:Match)-[:FOR_NEED]->(n:Need)
MATCH (m)-[:OF_OUTPUT]->(o:Output)
RETURN n.id AS need_id, sum(coalesce(o.tonnes_per_year, 0.0)) AS tonnes
