// How many people have a login.
// takes  nothing
// gives  n_users (one row)
MATCH (u:User)
RETURN count(u) AS n_users
