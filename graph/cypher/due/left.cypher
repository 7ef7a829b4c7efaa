// How much there is to do: reads what is due and nothing else.
// takes  $present (by what listings are compared now), $now
// gives  n_to_compare, n_to_chain (compared already, their chains are due), n_failed (of both: put off); one row
RETURN
  COUNT { MATCH (l:Listing) WHERE l.matched_by < $present AND l.changed_at IS NOT NULL }
    + COUNT { MATCH (l:Listing) WHERE l.matched_by > $present AND l.changed_at IS NOT NULL } AS n_to_compare,
  COUNT { MATCH (l:Listing) WHERE l.chains_due_at IS NOT NULL AND l.matched_by = $present } AS n_to_chain,
  COUNT { MATCH (l:Listing) WHERE l.matched_by < $present AND l.changed_at IS NOT NULL AND l.retry_at > $now }
    + COUNT { MATCH (l:Listing) WHERE l.matched_by > $present AND l.changed_at IS NOT NULL AND l.retry_at > $now }
    + COUNT { MATCH (l:Listing) WHERE l.chains_due_at IS NOT NULL AND l.matched_by = $present AND l.retry_at > $now }
    AS n_failed
