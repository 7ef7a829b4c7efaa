// Keeps that the chains of a listing were reckoned, and by which processes it could go.
// takes  $listing_id, $edition (of its pairs, as they were when it began), $process_ids
// gives  id; no row when there is no such listing
MATCH (l:Listing {id: $listing_id})
SET l.chained_edition = $edition, l.ways = $process_ids
RETURN l.id AS id
