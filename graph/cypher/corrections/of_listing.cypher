// All that was said of what a listing means.
// takes  $listing_id
// gives  correction (properties of Correction, listing_id, user_email null when the login is gone); newest first
MATCH (c:Correction)-[:CORRECTS]->(l:Listing {id: $listing_id})
OPTIONAL MATCH (u:User {id: c.user_id})
RETURN c {.*, listing_id: l.id, user_email: u.email} AS correction
ORDER BY c.corrected_at DESC, c.id DESC
