// A new listing at a site. An id that is there already is left exactly as it is.
// takes  $id, $site_id, $label (Output or Need), $properties (of Listing)
// gives  id; no row when it was there before, or the site does not exist
MATCH (s:Site {id: $site_id})
MERGE (l:Listing {id: $id})
  ON CREATE SET l += $properties
WITH s, l
WHERE NOT EXISTS { (l)<-[:CARRIES]-(:Site) }
SET l:$($label)
CREATE (s)-[:CARRIES]->(l)
RETURN l.id AS id
