// Which codes coordinators gave a listing.
// takes  $listing_id
// gives  change (properties of CodeChange, user_email null when the login is gone); newest first
MATCH (c:CodeChange)-[:CLASSIFIES]->(:Listing {id: $listing_id})
OPTIONAL MATCH (u:User {id: c.user_id})
RETURN c {.*, user_email: u.email} AS change
ORDER BY c.changed_at DESC, c.id DESC
