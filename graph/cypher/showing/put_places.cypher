// Where matches stand: shown first or not, since when, and how likely it was that they would be.
// takes  $rows (match_id, slot, propensity, since)
// gives  n (one row): how many matches were there
UNWIND $rows AS row
MATCH (m:Match {id: row.match_id})
SET m.slot = row.slot, m.propensity = row.propensity, m.slot_since = row.since
RETURN count(m) AS n
