// Keeps what a coordinator decided of a phrase. The same id again changes nothing.
// takes  $id, $properties (the others of SynonymDecision)
// gives  id
MERGE (d:SynonymDecision {id: $id})
  ON CREATE SET d += $properties
RETURN d.id AS id
