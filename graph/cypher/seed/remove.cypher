// Takes entries of the reference book away, with what points to them.
// takes  $label, $ids
// gives  n_removed (one row)
UNWIND $ids AS id
MATCH (n:Region|Municipality|Industry|WasteCode|Property|Material|Use|Process|Rule|Pathway|Factor|Precedent
         |Driver|TypicalFlow|Indicator|Statistic {id: id})
WHERE $label IN labels(n)
DETACH DELETE n
RETURN count(*) AS n_removed
