// The matches of a listing that the ranker gives now, or that somebody decided on.
// takes  $listing_id
// gives  id; best score first
MATCH (:Listing {id: $listing_id})<-[:OF_OUTPUT|FOR_NEED]-(m:Match)
RETURN m.id AS id
ORDER BY m.score DESC, id
