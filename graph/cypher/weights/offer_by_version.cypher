// Weights on offer by their version.
// takes  $version
// gives  offer (properties of WeightsOffer); no row when there is none
MATCH (o:WeightsOffer {version: $version})
RETURN o {.*} AS offer
