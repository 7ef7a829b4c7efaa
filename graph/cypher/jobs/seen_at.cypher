// When a program that works in the background was last there.
// takes  $name
// gives  seen_at; no row when it never was, or has said that it ends
MATCH (j:Job {name: $name})
RETURN j.seen_at AS seen_at
