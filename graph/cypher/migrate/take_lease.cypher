// One process at a time may migrate: takes the lease when it is free, ended, or already ours.
// takes  $holder, $lease_s (for how long, seconds)
// gives  holder (one row when the lease is ours now, else none)
MERGE (lease:Migration {name: 'lease'})
SET lease.asked_at = datetime()
WITH lease
WHERE lease.holder IS NULL OR lease.holder = $holder OR lease.held_until < datetime()
SET lease.holder = $holder, lease.held_until = datetime() + duration({seconds: $lease_s})
RETURN lease.holder AS holder
