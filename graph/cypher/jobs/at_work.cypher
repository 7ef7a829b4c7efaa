// A program that works in the background says that it is there.
// takes  $name, $at
// gives  name (one row)
MERGE (j:Job {name: $name})
SET j.seen_at = $at
RETURN j.name AS name
