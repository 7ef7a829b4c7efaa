// The migrations that this database has seen.
// takes  nothing
// gives  name, checksum, applied_at; in the order of their names
MATCH (m:Migration)
WHERE m.checksum IS NOT NULL
RETURN m.name AS name, m.checksum AS checksum, m.applied_at AS applied_at
ORDER BY name
