// Keeps which code a coordinator gave a listing. The same id again changes nothing.
// takes  $listing_id, $id, $properties (the others of CodeChange)
// gives  id
MATCH (l:Listing {id: $listing_id})
MERGE (c:CodeChange {id: $id})
  ON CREATE SET c += $properties
MERGE (c)-[:CLASSIFIES]->(l)
RETURN c.id AS id
