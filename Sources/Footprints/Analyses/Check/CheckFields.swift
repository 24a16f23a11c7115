extension CheckResult {
  /// What was asked for.
  public static let parameters: [Field<CheckResult>] = [
    .texts("layers", "layers", "the layers that were checked") { $0.layers.map(\.layer.name) },
    .number(
      "sliver_width_m", "sliver width", unit: .metres, decimals: 1,
      "the width below which ground is a sliver, where it was given"
    ) { $0.request.sliverWidth },
    .number(
      "repair_distance_m", "repair distance", unit: .metres, decimals: 3,
      "how far a border could move in the repair, where one was asked for"
    ) { $0.request.repairDistance },
  ]

  /// How much was found, layer by layer, and every finding.
  public static let fields: [Field<CheckResult>] = [
    .record(
      "summary", "how many findings there are, those that are not listed included", summaryFields
    ) { $0.summary },
    .records("layers", "the layers that were checked", layerFields) { $0.layers },
    .records("findings", "the findings, errors first, then by people and size", rowFields) { $0.rows },
    .records(
      "changes", "what the repair changed, where one was asked for, area by area", changeFields
    ) { $0.repair?.changes ?? [] },
  ]

  /// The findings.
  public static let tables: [TableDeclaration<CheckResult>] = [
    TableDeclaration("findings", "one row per finding, errors first, then by people and size", rowFields) {
      $0.rows
    },
    TableDeclaration("layers", "one row per layer", layerFields) { $0.layers },
    TableDeclaration("changes", "one row per area and kind that the repair changed", changeFields) {
      $0.repair?.changes ?? []
    },
  ]

  static let changeFields: [Field<LayerRepair.Change>] = [
    .text("code", "code", "the code of the area") { $0.area.code },
    .text("name", "name", "its name") { $0.area.name },
    .text("kind", "kind", "what was repaired: invalid-ring, sliver-gap, sliver-overlap or pinhole") {
      $0.kind.rawValue
    },
    .area("area_before_m2", "area before", "the area as it was read, or as it was once its rings were valid")
    {
      $0.areaBefore
    },
    .area("area_after_m2", "area after", "the area after all repairs") { $0.areaAfter },
    .number(
      "largest_move_m", "largest move", unit: .metres, decimals: 3,
      "how far its border moved at most; null for rings that were invalid"
    ) { $0.largestMove },
    .people("population_before", "people before", "the people in it before; null where they are not counted")
    {
      $0.populationBefore
    },
    .people("population_after", "people after", "the people in it after; null where they are not counted") {
      $0.populationAfter
    },
  ]

  private static let summaryFields: [Field<Summary>] = [
    .count("errors", "errors", "how many errors") { $0.errors },
    .count("warnings", "warnings", "how many warnings") { $0.warnings },
    .count("information", "for information", "how many findings that need not be wrong") { $0.information },
    .counts("by_kind", "how many of each kind that was found, by its name") { summary in
      FindingKind.allCases.compactMap { kind in summary.kinds[kind].map { (kind.rawValue, $0) } }
    },
  ]

  static let layerFields: [Field<CheckedLayer>] = [
    .text("layer", "layer", "the layer") { $0.layer.name },
    .count("areas", "areas", "how many areas it has") { $0.layer.count },
    .flag(
      "is_partition", "divides its ground",
      "whether no ground lies in two areas or in a sliver between them, and neighbours draw each common border with the same vertices"
    ) { $0.conflicts.isPartition },
    .count(
      "unmatched_borders", "unmatched borders",
      "on how many borders between two areas the two sides are not drawn alike"
    ) { $0.conflicts.unmatchedBorders },
    .number(
      "sliver_width_m", "sliver width", unit: .metres, decimals: 1, "the width below which ground is a sliver"
    ) { $0.conflicts.sliverWidth },
  ]

  static let rowFields: [Field<Row>] = [
    .text("layer", "layer", "the layer or table; of what two layers have against each other, both") {
      $0.finding.layer
    },
    .text("code", "code", "the code of the area, or of the row") { $0.finding.code },
    .text("name", "name", "its name") { $0.finding.name },
    .text("other_code", "other", "the code of the other area, where it is about two") {
      $0.finding.otherCode
    },
    .text(
      "kind", "kind", "what is wrong: one of \(FindingKind.allCases.map(\.rawValue).joined(separator: ", "))"
    ) {
      $0.finding.kind.rawValue
    },
    .text(
      "severity", "severity", "error, warning, or information where nothing need be wrong"
    ) { $0.finding.kind.severity.rawValue },
    .number("longitude", "longitude", decimals: 5, "where it is, in degrees (WGS 84)") { $0.position?.x },
    .number("latitude", "latitude", decimals: 5, "where it is, in degrees (WGS 84)") { $0.position?.y },
    .number("x", "easting", unit: .metres, decimals: 0, "where it is, in the working reference system") {
      $0.finding.place?.x
    },
    .number("y", "northing", unit: .metres, decimals: 0, "where it is, in the working reference system") {
      $0.finding.place?.y
    },
    .area("area_m2", "area", "the size of the ground that it is about") { $0.finding.area },
    .number(
      "width_m", "width", unit: .metres, decimals: 1,
      "its mean width: twice the area over the length of its outline"
    ) { $0.finding.width },
    .people("population", "people", "the people who live there; null where they are not counted") {
      $0.finding.population
    },
    .text("message", "message", "what is wrong, a sentence") { $0.finding.message },
  ]
}
