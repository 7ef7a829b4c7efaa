// Whether anything was decided since somebody last looked: decisions are only ever added.
// takes  nothing
// gives  n, how many decisions there are
MATCH (d:SynonymDecision)
RETURN count(d) AS n
