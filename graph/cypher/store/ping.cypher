// Whether the database answers.
// takes  nothing
// gives  is_up (always true)
RETURN true AS is_up
