// Puts the latest answer of each side on the match, with the edition of the other listing that it was given to.
// takes  $match_id
// gives  is_agreed (one row): both latest answers are yes, and each was given to what the other listing says
//        now, or an exchange is open already
MATCH (m:Match {id: $match_id})
MATCH (m)-[:OF_OUTPUT]->(o:Output)
MATCH (m)-[:FOR_NEED]->(n:Need)
WITH m, o, n,
  COLLECT {
    MATCH (d:Decision {side: 'output'})-[:ON]->(m) RETURN d ORDER BY d.decided_at DESC, d.id DESC LIMIT 1
  }[0] AS giver,
  COLLECT {
    MATCH (d:Decision {side: 'need'})-[:ON]->(m) RETURN d ORDER BY d.decided_at DESC, d.id DESC LIMIT 1
  }[0] AS taker
SET m.output_verdict = giver.verdict,
    m.output_edition = coalesce(giver.edition, 0),
    m.need_verdict = taker.verdict,
    m.need_edition = coalesce(taker.edition, 0)
RETURN coalesce(m.output_verdict = 'yes' AND m.need_verdict = 'yes', false)
  AND (
    EXISTS { (:Exchange)-[:OPENED_FROM]->(m) }
    OR (m.output_edition = coalesce(n.edition, 0) AND m.need_edition = coalesce(o.edition, 0))
  ) AS is_agreed
