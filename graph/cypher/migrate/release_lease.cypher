// Gives the lease back, if it is still ours.
// takes  $holder
// gives  nothing
MATCH (lease:Migration {name: 'lease', holder: $holder})
REMOVE lease.holder, lease.held_until
