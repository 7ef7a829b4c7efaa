// What could come to the sites of a firm by chains that hold now: each output once for a process at a site.
// Listings for coordinators only are left out, as needs too: the firm would learn that there is one.
// takes  $firm_id, $now, $least (score)
// gives  site_id, process_id, output_id, material_id, product_id (null: prepared only), region, tonnes_per_year (of
//        the output, null when unknown), is_demo
MATCH (f:Firm {id: $firm_id, status: 'verified'})-[:OWNS]->(s:Site)<-[:LEADS_THROUGH]-(c:Chain)
WHERE c.is_current AND c.score >= $least AND EXISTS { (s)-[:OFFERS]->(:Process {id: c.process_id}) }
MATCH (c)-[:LEADS_FROM]->(o:Output)<-[:CARRIES]-(at:Site)<-[:OWNS]-(giver:Firm {status: 'verified'})
WHERE o.state = 'active' AND o.expires_at > $now AND o.visibility = 'anonymous'
MATCH (c)-[:LEADS_TO]->(n:Need)<-[:CARRIES]-(:Site)<-[:OWNS]-(:Firm {status: 'verified'})
WHERE n.state = 'active' AND n.expires_at > $now AND n.visibility = 'anonymous'
MATCH (:Match {output_id: o.id, need_id: n.id, is_current: true})
MATCH (at)-[:LOCATED_IN]->(:Municipality)-[:PART_OF]->(r:Region)
WITH s, c, o, r
ORDER BY c.score DESC, c.need_id
WITH s.id AS site_id, c.process_id AS process_id, o, r, collect(c)[0] AS best
RETURN site_id, process_id, o.id AS output_id, best.material_id AS material_id, best.product_id AS product_id,
       r.id AS region, o.tonnes_per_year AS tonnes_per_year, o.is_demo AS is_demo
ORDER BY site_id, process_id, output_id
