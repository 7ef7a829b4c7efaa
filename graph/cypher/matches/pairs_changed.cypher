// Makes the chains of a listing due: its pairs were compared anew.
// takes  $listing_id, $at
// gives  id; no row when there is no such listing
MATCH (l:Listing {id: $listing_id})
SET l.pairs_edition = coalesce(l.pairs_edition, 0) + 1, l.chains_due_at = coalesce(l.chains_due_at, $at)
RETURN l.id AS id
