// What of the reference book this graph holds.
// takes  nothing
// gives  label, id, content_hash
MATCH (n:Region|Municipality|Industry|WasteCode|Process|Use|Material|Pathway)
RETURN labels(n)[0] AS label, n.id AS id, n.content_hash AS content_hash
