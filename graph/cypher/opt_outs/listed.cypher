// Opt-outs that were not taken back.
// takes  $firm_id (of who asked; null for all)
// gives  opt_out (properties of OptOut, firm_id, firm_name_ka, firm_name_latin, is_demo, other_firm_id); what waits
//        first,
//        then newest first
MATCH (f:Firm)-[:ASKED]->(o:OptOut)
WHERE o.state <> 'removed' AND ($firm_id IS NULL OR f.id = $firm_id)
RETURN o {
  .*,
  firm_id: f.id,
  firm_name_ka: f.name_ka,
  firm_name_latin: f.name_latin,
  is_demo: coalesce(f.is_demo, false),
  other_firm_id: coalesce(
    COLLECT { MATCH (x:Firm {identification_code: o.identification_code}) RETURN x.id }[0],
    COLLECT { MATCH (x:Firm {personal_number_digest: o.personal_number_digest}) RETURN x.id }[0]
  )
} AS opt_out
ORDER BY CASE o.state WHEN 'asked' THEN 0 ELSE 1 END, o.asked_at DESC, o.id
