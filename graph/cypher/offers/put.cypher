// A process that a firm offers to others at one of its places; one that is known is said anew.
// takes  $firm_id, $site_id, $process_id, $properties (of OFFERS)
// gives  process_id; no row when it is not the firm's site, or there is no such process
MATCH (:Firm {id: $firm_id})-[:OWNS]->(s:Site {id: $site_id})
MATCH (p:Process {id: $process_id})
MERGE (s)-[o:OFFERS]->(p)
SET o = $properties
RETURN p.id AS process_id
