// Values of official statistics, new or changed.
// takes  $rows (id, properties)
// gives  nothing
UNWIND $rows AS row
MERGE (n:Statistic {id: row.id})
SET n = row.properties
