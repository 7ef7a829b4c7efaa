// Whether nobody has registered yet.
// takes  nothing
// gives  is_empty (one row)
RETURN NOT EXISTS { (:Firm) } AND NOT EXISTS { (:Listing) } AS is_empty
