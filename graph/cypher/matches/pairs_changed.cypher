// Makes the chains of a listing due: its pairs were compared anew.
// takes  $listing_id
// gives  id; no row when there is no such listing
MATCH (l:Listing {id: $listing_id})
SET l.pairs_edition = coalesce(l.pairs_edition, 0) + 1
RETURN l.id AS id
