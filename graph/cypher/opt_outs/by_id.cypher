// One opt-out.
// takes  $id
// gives  opt_out (properties of OptOut, firm_id); at most one row
MATCH (f:Firm)-[:ASKED]->(o:OptOut {id: $id})
RETURN o {.*, firm_id: f.id} AS opt_out
