// All open counterparts of the same kind: what is left when nothing better is known.
// takes  $listing_id, $label (Output or Need: the other side), $known (ids that were found already), $now, $limit
// gives  id; nearest municipality first, then newest
MATCH (here:Municipality)<-[:LOCATED_IN]-(:Site)-[:CARRIES]->(mine:Listing {id: $listing_id})
MATCH (other:Listing {kind: mine.kind})
WHERE $label IN labels(other)
  AND other.state = 'active'
  AND other.expires_at > $now
  AND NOT other.id IN $known
MATCH (there:Municipality)<-[:LOCATED_IN]-(:Site)-[:CARRIES]->(other)
MATCH (other)<-[:CARRIES]-(:Site)<-[:OWNS]-(firm:Firm {status: 'verified'})
WHERE NOT EXISTS { (firm)-[:OWNS]->(:Site)-[:CARRIES]->(mine) }
RETURN other.id AS id
ORDER BY point.distance(here.location, there.location), other.posted_at DESC, id
LIMIT $limit
