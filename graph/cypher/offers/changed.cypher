// Makes the chains due of all listings that could go through some processes: who offers them was changed.
// takes  $process_ids
// gives  n_due (one row)
MATCH (l:Listing)
WHERE any(way IN coalesce(l.ways, []) WHERE way IN $process_ids)
SET l.pairs_edition = coalesce(l.pairs_edition, 0) + 1,
    l.chains_due_at = coalesce(l.chains_due_at, l.matched_at, l.changed_at)
RETURN count(l) AS n_due
