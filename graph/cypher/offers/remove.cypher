// A process that a firm no longer offers at one of its places.
// takes  $firm_id, $site_id, $process_id
// gives  process_id; no row when there is no such offer
MATCH (:Firm {id: $firm_id})-[:OWNS]->(:Site {id: $site_id})-[o:OFFERS]->(p:Process {id: $process_id})
DELETE o
RETURN p.id AS process_id
