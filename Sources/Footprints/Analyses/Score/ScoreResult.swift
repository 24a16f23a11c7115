/// The coterminosity of two layers.
public struct ScoreResult: AnalysisResult {
  /// The two layers side by side.
  public let comparison: LayerComparison
  /// The measures of the system and of every unit.
  public let scores: CoterminosityScores

  /// What was asked for.
  public static let parameters: [Field<ScoreResult>] = ComparisonParameters.fields { $0.comparison }

  /// System, units, and the rules behind the verdicts.
  public static let fields: [Field<ScoreResult>] = [
    .record("system", "the two layers as a whole", systemFields) { $0.scores.system },
    .records("units", "every area of X, then every area of Y", unitFields) { $0.scores.units },
    .records("presets", "the policy tests behind the verdicts", presetFields) { $0.scores.presets },
  ]

  /// The units.
  public static let tables: [TableDeclaration<ScoreResult>] = [
    TableDeclaration("units", "one row an area, first those of X", unitFields) { $0.scores.units }
  ]

  /// How the pairs were chosen.
  public var notes: [Note] { comparison.notes }

  private static let systemFields: [Field<SystemScores>] = [
    .number("v_measure", "V-measure", decimals: 3, "V-measure, B = 1; null with a reason") {
      $0.vMeasure?.value
    },
    .number("homogeneity", "homogeneity", decimals: 3, "I(X;Y) / H(X)") { $0.vMeasure?.homogeneity },
    .number("completeness", "completeness", decimals: 3, "I(X;Y) / H(Y)") { $0.vMeasure?.completeness },
    .text(
      "entropy_measures_missing_because", "reason",
      "why the entropy measures are null; null where they are not"
    ) { $0.entropyReason },
    .directed("degree_of_fit", ("x_to_y", "y_to_x"), "degree of fit (Simpson 2002)") { $0.degreeOfFit },
    .directed("degree_of_hierarchy", ("x_in_y", "y_in_x"), "degree of hierarchy (Simpson 2002)") {
      $0.degreeOfHierarchy
    },
    .directed("weighted_best_jaccard", ("x", "y"), "weighted best Jaccard index") { $0.weightedBestJaccard },
    .directed("mapcurves", ("x", "y"), "Mapcurves score (Hargrove et al. 2006)") { $0.mapcurves },
    .directed("uncovered_share", ("x", "y"), "the share of the layer's mass in no unit of the other") {
      $0.uncoveredShare
    },
    .record(
      "coterminous", "the areas of X that are coterminous with one of Y",
      [
        .count("count", "coterminous", "how many") { $0.count }, .count("of", "of", "of how many") { $0.of },
        .share("tolerance", "tolerance", "with both shares at least this") { $0.tolerance },
      ] as [Field<SystemScores.Coterminous>]
    ) { $0.coterminous },
  ]

  static let unitFields: [Field<UnitScores>] = [
    .text("side", "side", "x or y: which layer the area belongs to") { $0.side.rawValue },
    .text("code", "code", "the area's code") { $0.unit.code },
    .text("name", "name", "its name") { $0.unit.name },
    .number("mass", "mass", decimals: 0, "its own people, or area in m2") { $0.mass },
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
    .number(
      "effective_partners_shannon", "effective", decimals: 2, "effective number of partners after Shannon"
    ) { $0.effectivePartnersShannon },
    .number(
      "effective_partners_simpson", "effective (Simpson)", decimals: 2,
      "effective number of partners after Simpson"
    ) { $0.effectivePartnersSimpson },
    .number(
      "inhomogeneity", "inhomogeneity", decimals: 3,
      "H(Y given the unit) / H(Y); null where the entropy measures are"
    ) { $0.inhomogeneity },
    .number("mapcurves", "Mapcurves", decimals: 3, "Mapcurves goodness of fit") { $0.mapcurves },
    .number(
      "corner_index", "corner", decimals: 2,
      "0 where its partners lie inside it, near 1 where it is a small corner of all of them"
    ) { $0.cornerIndex },
    .flags("verdicts", prefix: "verdict_", "the verdict of each policy test that applies, by its name") {
      unit in unit.verdicts.map { ($0.preset, $0.isMet) }
    },
  ]

  private static let presetFields: [Field<PolicyPreset>] = [
    .text("name", "name", "the test's name") { $0.name },
    .text("rule", "rule", "the rule, with its numbers") { $0.text },
    .text("source", "source", "where the rule comes from") { $0.source },
  ]
}

extension Field {
  /// A measure that each layer has towards the other.
  fileprivate static func directed(
    _ name: String, _ names: (x: String, y: String), _ meaning: String,
    _ value: @escaping @Sendable (Record) -> SystemScores.Directed
  ) -> Field {
    .record(
      name, meaning,
      [
        .number(names.x, names.x, decimals: 3, "of X towards Y") { $0.x },
        .number(names.y, names.y, decimals: 3, "of Y towards X") { $0.y },
      ] as [Field<SystemScores.Directed>], value)
  }
}
