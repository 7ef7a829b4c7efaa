// Which of some pairs may be shown first: current, both listings open and visible to matched firms, both firms verified,
// nobody said no or later, and no exchange is open.
// takes  $ids (of matches), $now
// gives  match_id, output_id, need_id, receiver_id (firm), score, probability, evidence_json, given, sought,
//        (t a year), output_verdict, need_verdict, slot, slot_since, propensity; by id of the match
UNWIND $ids AS id
MATCH (m:Match {id: id})-[:OF_OUTPUT]->(o:Output)<-[:CARRIES]-(:Site)<-[:OWNS]-(giver:Firm)
WHERE m.is_current
MATCH (m)-[:FOR_NEED]->(n:Need)<-[:CARRIES]-(:Site)<-[:OWNS]-(taker:Firm)
WHERE all(l IN [o, n] WHERE l.state = 'active' AND l.expires_at > $now AND l.visibility = 'anonymous')
  AND giver.status = 'verified' AND taker.status = 'verified'
  AND coalesce(m.output_verdict, 'yes') = 'yes' AND coalesce(m.need_verdict, 'yes') = 'yes'
  AND NOT EXISTS { (:Exchange)-[:OPENED_FROM]->(m) }
RETURN m.id AS match_id, o.id AS output_id, n.id AS need_id, taker.id AS receiver_id, m.score AS score,
       m.probability AS probability, m.evidence_json AS evidence_json,
       o.tonnes_per_year AS given, n.tonnes_per_year AS sought,
       m.output_verdict AS output_verdict, m.need_verdict AS need_verdict,
       m.slot AS slot, m.slot_since AS slot_since, m.propensity AS propensity
ORDER BY match_id
