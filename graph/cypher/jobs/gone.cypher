// A program that works in the background says that it ends.
// takes  $name
// gives  nothing
MATCH (j:Job {name: $name})
DELETE j
