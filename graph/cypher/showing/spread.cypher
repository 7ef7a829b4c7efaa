// How what is shown first is spread, of the current matches that were given a place.
// takes  nothing
// gives  expected (list: for each firm that seeks, the sum of the probabilities of what is shown first to it),
//        n_outputs, n_outputs_shown (one row)
MATCH (m:Match)-[:FOR_NEED]->(:Need)<-[:CARRIES]-(:Site)<-[:OWNS]-(taker:Firm)
WHERE m.is_current AND m.slot IS NOT NULL
WITH m, taker, m.slot <> 'further' AS is_shown
WITH taker, sum(CASE WHEN is_shown THEN m.probability ELSE 0.0 END) AS load,
     collect(DISTINCT m.output_id) AS outputs, collect(DISTINCT CASE WHEN is_shown THEN m.output_id END) AS shown
WITH collect(load) AS expected, collect(outputs) AS outputs, collect(shown) AS shown
RETURN expected,
       size(COLLECT { UNWIND outputs AS some UNWIND some AS id RETURN DISTINCT id }) AS n_outputs,
       size(COLLECT { UNWIND shown AS some UNWIND some AS id RETURN DISTINCT id }) AS n_outputs_shown
