/// The pairs of two layers and what is left over of either.
public struct OverlapResult: AnalysisResult {
  /// The two layers side by side.
  public let comparison: LayerComparison
  /// The pairs that are listed.
  private(set) var pairs: [Row]
  /// What is left over of areas that are listed.
  private(set) var leftovers: [Row]

  init(comparison: LayerComparison) {
    func row(_ values: LayerComparison.Row) -> Row {
      let divided = comparison.population.flatMap { population in
        values.x.flatMap { x in values.y.map { population.divided.mass(x, $0) } }
      }
      return Row(
        x: values.x.map(comparison.x.unit), y: values.y.map(comparison.y.unit), values: values,
        divided: divided)
    }
    self.comparison = comparison
    pairs = comparison.rows.map(row)
    leftovers = comparison.leftovers.map(row)
  }

  /// The areas of both layers.
  public var listable: [NamedCode] { comparison.x.units + comparison.y.units }

  /// Pairs first, then what is left over.
  public mutating func list(_ choice: inout RowChoice) {
    let main = comparison.unit.column
    func about(_ row: Row) -> [NamedCode?] { [row.x, row.y] }
    pairs = choice.rows(pairs, Self.rowFields, showing: conditions, main: main, about: about)
    leftovers = choice.rows(leftovers, Self.rowFields, showing: conditions, main: main, about: about)
  }

  /// A row with the names of its areas.
  struct Row: Sendable {
    let x: NamedCode?
    let y: NamedCode?
    let values: LayerComparison.Row
    /// The part of what the two share that is in small areas that a border divides; nil by area, and for leftovers.
    let divided: Double?
  }

  /// Which fields are there.
  var conditions: Set<Condition> { comparison.unit.conditions }

  /// The values of a row.
  static let rowFields: [Field<Row>] = [
    .text("x_code", "{x}", "code of the area of layer X; empty for what is left over of Y") { $0.x?.code },
    .text("x_name", "{x} name", "its name") { $0.x?.name },
    .text("y_code", "{y}", "code of the area of layer Y; empty for what is left over of X") { $0.y?.code },
    .text("y_name", "{y} name", "its name") { $0.y?.name },
    .area("area_m2", "area", "the common area, or what is left over") { $0.values.area },
    .share("x_share", "share of {x}", "its share of the area of X") { $0.values.xShare },
    .share("y_share", "share of {y}", "its share of the area of Y") { $0.values.yShare },
    .number(
      "jaccard", "Jaccard", decimals: 3, "the common area over the united area; empty for what is left over"
    ) { $0.values.jaccard },
    .number(
      "mean_width_m", "mean width", unit: .metres, decimals: 1,
      "twice the area over the perimeter of the common part; empty for what is left over"
    ) { $0.values.meanWidth },
    .text(
      "relation", "relation",
      "equal, within, contains, overlaps or sliver, seen from X, by what shares are of; empty for what is left over"
    ) { $0.values.relation?.rawValue },
    .people("population", "people", "the people who live there") { $0.values.people }.when(.people),
    .share("x_population_share", "share of {x}", "their share of the people of X") {
      $0.values.xPeopleShare
    }.when(.people),
    .share("y_population_share", "share of {y}", "their share of the people of Y") {
      $0.values.yPeopleShare
    }.when(.people),
    .text(
      "area_relation", "relation by area",
      "the relation by area; empty for what is left over, and where only a lookup table, or flows, know of the pair"
    ) { $0.values.areaRelation?.rawValue }.when(.persons),
    .people("patients", "patients", "the patients of the trust who live in the other area") {
      $0.values.people
    }.when(.patients),
    .share("x_patients_share", "share of {x}", "their share of the patients of X") { $0.values.xPeopleShare }
      .when(.patients),
    .share("y_patients_share", "share of {y}", "their share of the patients of Y") { $0.values.yPeopleShare }
      .when(.patients),
    .people(
      "divided_population", "divided",
      "those of them in small areas that a border divides, so that the method of counting decides where they count; empty for what is left over"
    ) { $0.divided }.when(.persons),
  ]

  private static let leftOutFields: [Field<LayerComparison.LeftOut>] = [
    .count("count", "pairs", "how many pairs") { $0.count },
    .area("area_m2", "area", "their area") { $0.area },
    .people("population", "people", "their people") { $0.people }.when(.people),
    .people("patients", "patients", "their patients") { $0.people }.when(.patients),
  ]

  /// What was asked for.
  public static let parameters: [Field<OverlapResult>] = ComparisonParameters.fields { $0.comparison }

  /// Pairs, leftovers, and what is not listed.
  public static let fields: [Field<OverlapResult>] = [
    .records(
      "pairs", "the pairs of areas that have area or people in common", rowFields,
      showing: { $0.conditions }
    ) { $0.pairs },
    .records(
      "leftovers", "what no area of the other layer covers", rowFields, showing: { $0.conditions }
    ) { $0.leftovers },
    .record(
      "slivers", "the slivers, which are among the pairs only if they are kept", leftOutFields,
      showing: { $0.conditions }
    ) { $0.comparison.slivers },
    .record(
      "below_min_share", "the pairs below the minimum share, which are not listed", leftOutFields,
      showing: { $0.conditions }
    ) { $0.comparison.belowMinimum },
    .record("basis", "what the numbers rest on; null by area", BasisFields.all) {
      $0.comparison.population?.basis
    },
  ]

  /// Pairs, then leftovers.
  public static let tables: [TableDeclaration<OverlapResult>] = [
    TableDeclaration(
      "pairs", "one row per pair, then one for each leftover", rowFields, showing: { $0.conditions },
      rows: { $0.pairs + $0.leftovers })
  ]

  /// How the pairs were chosen.
  public var notes: [Note] { comparison.notes }
}

/// What two layers were compared by, in the words of every output about them.
enum ComparisonParameters {
  static func fields<Result>(
    _ comparison: @escaping @Sendable (Result) -> LayerComparison
  ) -> [Field<Result>] {
    [
      .text("x", "X", "the first layer") { comparison($0).x.name },
      .text("y", "Y", "the second layer") { comparison($0).y.name },
      .text("weights", "weights", "what shares are of: population, area or flow") {
        comparison($0).unit.rawValue
      },
      .text(
        "membership", "membership", "how a small area in more than one area is counted; null without people"
      ) { comparison($0).population?.method.rawValue },
      .share("min_share", "minimum share", "pairs in which neither share reaches this are left out") {
        comparison($0).parameters.minimumShare
      },
      .number(
        "sliver_width_m", "sliver width", unit: .metres, decimals: 1,
        "common parts narrower than this are slivers"
      ) { comparison($0).sliverRule.width },
      .text("sliver_width_from", "sliver width from", "where that width comes from") {
        comparison($0).sliverRule.reason
      },
      .flag("keep_slivers", "keep slivers", "whether slivers are listed") {
        comparison($0).parameters.keepsSlivers
      },
      .share(
        "tolerance", "tolerance", "the share at or above which an area counts as wholly inside another"
      ) { comparison($0).parameters.tolerance },
    ]
  }
}
