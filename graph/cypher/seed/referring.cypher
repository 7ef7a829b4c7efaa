// Which entries of the reference book are referred to: listings by what a person said, sites, firms.
// takes  $label, $ids
// gives  id, n_referring; only those with any
UNWIND $ids AS id
MATCH (n:Municipality|Industry|WasteCode|Use|Material {id: id})
WHERE $label IN labels(n)
MATCH (who:Listing|Site|Firm)-[r:ABOUT|MEANT_FOR|CLASSIFIED_AS|NOT_MEANT|LOCATED_IN|ACTIVE_IN]->(n)
WHERE NOT who:Listing OR r.is_confirmed OR r:NOT_MEANT
RETURN n.id AS id, count(DISTINCT who) AS n_referring
ORDER BY id
