// The matches that a firm may see. The listing of the other side must be visible to matched firms, and
// either the pair is current and both listings are open, or an exchange was opened from it.
// takes  $firm_id, $now
// gives  id; best score first
MATCH (mine:Firm {id: $firm_id})-[:OWNS]->(:Site)-[:CARRIES]->(own:Listing)<-[:OF_OUTPUT|FOR_NEED]-(m:Match)
MATCH (m)-[:OF_OUTPUT|FOR_NEED]->(other:Listing)<-[:CARRIES]-(:Site)<-[:OWNS]-(theirs:Firm)
WHERE other <> own
  AND (
    EXISTS { (:Exchange)-[:OPENED_FROM]->(m) }
    OR (
      m.is_current
      AND other.visibility = 'anonymous'
      AND all(l IN [own, other] WHERE l.state = 'active' AND l.expires_at > $now)
      AND mine.status = 'verified'
      AND theirs.status = 'verified'
    )
  )
RETURN m.id AS id
ORDER BY m.score DESC, id
