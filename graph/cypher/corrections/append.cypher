// Keeps what somebody said a listing means or does not mean. One that is kept already stays as it is.
// takes  $listing_id, $corrections (lists of maps: the properties of Correction)
// gives  id
MATCH (l:Listing {id: $listing_id})
UNWIND $corrections AS row
MERGE (c:Correction {id: row.id})
  ON CREATE SET c += row
MERGE (c)-[:CORRECTS]->(l)
RETURN c.id AS id
