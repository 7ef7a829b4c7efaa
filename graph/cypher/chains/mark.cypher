// Keeps that the chains of a listing were reckoned, and by which processes it could go. They stay due when its pairs
// changed meanwhile; the lock is taken before that is read.
// takes  $listing_id, $edition (of its pairs, as they were when it began), $process_ids
// gives  id; no row when there is no such listing, or its pairs changed meanwhile
MATCH (l:Listing {id: $listing_id})
SET l.ways = $process_ids
REMOVE l.retry_at
WITH l
WHERE coalesce(l.pairs_edition, 0) = $edition
REMOVE l.chains_due_at
RETURN l.id AS id
