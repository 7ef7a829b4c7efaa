// Puts the latest answer of each side on the match.
// takes  $match_id
// gives  output_verdict, need_verdict (one row)
MATCH (m:Match {id: $match_id})
SET m.output_verdict = COLLECT {
      MATCH (d:Decision {side: 'output'})-[:ON]->(m) RETURN d.verdict ORDER BY d.decided_at DESC, d.id DESC LIMIT 1
    }[0],
    m.need_verdict = COLLECT {
      MATCH (d:Decision {side: 'need'})-[:ON]->(m) RETURN d.verdict ORDER BY d.decided_at DESC, d.id DESC LIMIT 1
    }[0]
RETURN m.output_verdict AS output_verdict, m.need_verdict AS need_verdict
