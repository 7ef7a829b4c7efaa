// Waste codes that begin with digits.
// takes  $digits, $limit
// gives  code (properties of WasteCode); in the order of the list
MATCH (c:WasteCode {level: 3})
WHERE c.id STARTS WITH $digits
RETURN c {.id, .name_ka, .name_en, .title_ka, .title_en, .is_hazardous} AS code
ORDER BY c.id
LIMIT $limit
