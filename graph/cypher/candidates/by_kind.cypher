// The newest open counterparts of a kind: what is left when nothing better is known.
// takes  $listing_id, $label (Output or Need: the other side), $kind, $known (ids that were found already), $now,
//        $deep (how many of the kind are looked at), $limit
// gives  id; nearest municipality first, then newest
MATCH (mine:Listing {id: $listing_id})<-[:CARRIES]-(home:Site)<-[:OWNS]-(self:Firm {status: 'verified'})
MATCH (home)-[:LOCATED_IN]->(here:Municipality)
WHERE mine.state = 'active' AND mine.expires_at > $now
CALL () {
  MATCH (other:Listing)
  WHERE other.kind = $kind AND other.posted_at <= $now AND $label IN labels(other) AND NOT other.id IN $known
  RETURN other
  ORDER BY other.posted_at DESC, other.id
  LIMIT $deep
}
MATCH (there:Municipality)<-[:LOCATED_IN]-(site:Site)-[:CARRIES]->(other)
MATCH (site)<-[:OWNS]-(firm:Firm {status: 'verified'})
WHERE firm <> self AND other.state = 'active' AND other.expires_at > $now
RETURN other.id AS id
ORDER BY point.distance(here.location, there.location), other.posted_at DESC, id
LIMIT $limit
