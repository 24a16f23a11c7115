/// The coterminosity of two layers.
public struct ScoreResult: AnalysisResult {
  /// The two layers side by side.
  public let comparison: LayerComparison
  /// The measures of the system and of every unit.
  public let scores: CoterminosityScores
  /// How far their borders agree; nil where that was not asked for.
  public let borders: BordersResult?
  /// The numbers given for policy tests.
  private let presetNumbers: [String: Double]
  /// The units that are listed.
  private(set) var units: [UnitScores]

  init(
    comparison: LayerComparison, scores: CoterminosityScores, borders: BordersResult?,
    presetNumbers: [String: Double]
  ) {
    self.comparison = comparison
    self.scores = scores
    self.borders = borders
    self.presetNumbers = presetNumbers
    let divided = comparison.population.map { Divided($0, comparison.x, comparison.y) }
    units = scores.units.map { unit in
      var unit = unit
      unit.dividedShare = divided?.shares[unit.side]?[unit.unit.code]
      return unit
    }
  }

  /// The areas of both layers.
  public var listable: [NamedCode] { scores.units.map(\.unit) }

  /// Areas of either side count alike.
  public mutating func list(_ choice: inout RowChoice) {
    units = choice.rows(units, Self.unitFields, main: "mass") { [$0.unit] }
  }

  /// What was asked for.
  public static let parameters: [Field<ScoreResult>] =
    ComparisonParameters.fields { $0.comparison } + [
      .texts("presets", "policy tests", "the numbers given for policy tests, each as NAME=NUMBER") { result in
        result.presetNumbers.sorted { $0.key < $1.key }.map { "\($0.key)=\(JSONValue.number($0.value).cell)" }
      },
      .flag("borders", "borders", "whether borders are compared") { $0.borders != nil },
    ]

  /// System, units, and the rules behind the verdicts.
  public static let fields: [Field<ScoreResult>] = [
    .record("system", "the two layers as a whole", systemFields) { $0.scores.system },
    .records("units", "every area of X, then every area of Y", unitFields) { $0.units },
    .records("presets", "the policy tests behind the verdicts", PresetFields.all) { $0.scores.presets },
    .records(
      "presets_not_applied", "the policy tests that say nothing about these layers", PresetFields.notApplied
    ) { $0.scores.presetsNotApplied },
    .record("basis", "what the numbers rest on; null by area", BasisFields.all) {
      $0.comparison.population?.basis
    },
    .record(
      "borders", "how far the borders of the two layers agree; null unless asked for", borderFields
    ) { $0.borders },
  ]

  /// The units.
  public static let tables: [TableDeclaration<ScoreResult>] = [
    TableDeclaration("units", "one row per area, those of X first", unitFields) { $0.units }
  ]

  /// How the pairs were chosen.
  public var notes: [Note] { comparison.notes }

  static let systemFields: [Field<SystemScores>] =
    [
      .number(
        "v_measure", "V-measure", decimals: 3,
        "V-measure, B = 1, the same as normalised mutual information with the arithmetic mean; null with a reason"
      ) { $0.vMeasure?.value },
      .number("homogeneity", "homogeneity", decimals: 3, "I(X;Y) / H(X)") { $0.vMeasure?.homogeneity },
      .number("completeness", "completeness", decimals: 3, "I(X;Y) / H(Y)") { $0.vMeasure?.completeness },
      .text(
        "entropy_measures_missing_because", "reason",
        "why the measures are null that need both layers to divide the same mass; null where they are not"
      ) { $0.entropyReason },
    ] + SystemMeasure.all.map(Field.init) + [
      .record(
        "coterminous", "the areas of X that are coterminous with one of Y",
        [
          .count("count", "coterminous", "how many") { $0.count },
          .count("of", "of", "of how many") { $0.of },
          .share("tolerance", "tolerance", "with both shares at least this") { $0.tolerance },
        ] as [Field<SystemScores.Coterminous>]
      ) { $0.coterminous }
    ]

  private static let borderFields: [Field<BordersResult>] =
    [
      .number("within_m", "within", unit: .metres, decimals: 1, "the distance within which borders agree") {
        $0.distance.metres
      },
      .text("within_from", "within from", "where that distance comes from") { $0.distance.reason },
    ] + BordersResult.systemFields

  static let unitFields: [Field<UnitScores>] =
    [
      .text("side", "side", "x or y: which layer the area belongs to") { $0.side.rawValue },
      .text("code", "code", "the area’s code") { $0.unit.code },
      .text("name", "name", "its name") { $0.unit.name },
      .mass("mass", "mass", "its own people or patients, or area in m2") { $0.mass },
      .share("uncovered_share", "uncovered", "the share of it in no area of the other layer") {
        $0.uncoveredShare
      },
      .text("best_partner", "best partner", "code of the area that holds the largest share of it") {
        $0.bestPartner?.code
      },
      .share("best_share", "share in it", "that share") { $0.bestShare },
      .number("best_jaccard", "Jaccard", decimals: 3, "the best Jaccard index with any area") {
        $0.bestJaccard
      },
      .count("partners", "partners", "how many areas of the other layer share mass with it") { $0.partners },
    ] + UnitMeasure.all.map(Field.init) + [
      .text("best_partner_name", "best partner", "name of the area that holds the largest share of it") {
        $0.bestPartner?.name
      },
      .share(
        "sliver_share", "in slivers", "the share of it in slivers, which are neither counted nor uncovered"
      ) { $0.sliverShare },
      .share(
        "divided_share", "divided",
        "the share of it in small areas that a border divides, so that the method of counting decides where they count; null by area"
      ) { $0.dividedShare },
      .flags("verdicts", prefix: "verdict_", "the verdict of each policy test that applies, by its name") {
        unit in unit.verdicts.map { ($0.preset, $0.isMet) }
      },
    ]
}

extension Field<SystemScores> {
  /// A measure of the system: a number, or a record of several.
  fileprivate init(_ measure: SystemMeasure) {
    if measure.parts.count == 1 {
      self = .number(measure.name, measure.name.spaced, decimals: 3, measure.meaning) { $0.number(measure) }
      return
    }
    let parts = measure.parts.enumerated().map { place, part -> Field<[Double?]> in
      part.isCount
        ? .count(part.name, part.name.spaced, part.meaning) { $0[place].map { Int($0) } }
        : .number(part.name, part.name.spaced, decimals: 3, part.meaning) { $0[place] }
    }
    self = .record(measure.name, measure.meaning, parts) { $0.values(of: measure) }
  }
}

extension Field<UnitScores> {
  /// A measure of a unit.
  fileprivate init(_ measure: UnitMeasure) {
    self = .number(measure.name, measure.title, decimals: measure.decimals, measure.meaning) { $0[measure] }
  }
}

/// How much of each unit is in small areas that a border divides.
private struct Divided {
  let shares: [UnitScores.Side: [String: Double]]

  init(_ population: PopulationOverlap, _ x: PreparedLayer, _ y: PreparedLayer) {
    func shares(_ layer: PreparedLayer, _ some: [Double], _ all: [Double]) -> [String: Double] {
      Dictionary(layer.codes.indices.map { (layer.codes[$0], ratio(some[$0], all[$0])) }) { first, _ in first
      }
    }
    let (some, all) = (population.divided, population.matrix)
    self.shares = [.x: shares(x, some.xTotals, all.xTotals), .y: shares(y, some.yTotals, all.yTotals)]
  }
}
