// Whether anything was changed since somebody last looked: changes are only ever added.
// takes  nothing
// gives  n, how many changes there are
MATCH (c:RuleChange)
RETURN count(c) AS n
