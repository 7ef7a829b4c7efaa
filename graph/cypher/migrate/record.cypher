// Notes that a migration was applied.
// takes  $name, $checksum (SHA-256 of the file), $applied_at
// gives  nothing
MERGE (m:Migration {name: $name})
SET m.checksum = $checksum, m.applied_at = $applied_at
