// What of the reference book this graph holds.
// takes  nothing
// gives  label, hashes (pairs of id and content_hash); one row for each label
MATCH (n:Region|Municipality|Industry|WasteCode|Property|Material|Use|Process|Rule|Pathway|Factor|Precedent
         |Driver|TypicalFlow|Indicator|Statistic)
RETURN labels(n)[0] AS label, collect([n.id, n.content_hash]) AS hashes
