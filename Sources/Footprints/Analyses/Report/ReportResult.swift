/// What several analyses say about one subject.
public struct ReportResult: AnalysisResult {
  let request: ReportRequest
  /// What a trust's change touches; nil where the subject is no trust that changes a process.
  public internal(set) var impact: ImpactResult?
  /// The organisation against every tier; nil where the subject is none.
  public internal(set) var profile: ProfileResult?
  /// The pairs of two layers; nil where the subject is not two layers.
  public internal(set) var overlap: OverlapResult?
  /// How coterminous they are.
  public internal(set) var score: ScoreResult?
  /// What the package has; nil where the subject is another.
  public internal(set) var layers: LayersResult?
  /// How coterminous the tiers of the package are, two by two.
  var tiers: [TierPair] = []
  /// Conflicts of the boundaries, as far as they concern the subject.
  public internal(set) var check: CheckResult?

  /// Which conclusions hold however people are counted; nil for a package.
  public internal(set) var sensitivity: SensitivityResult?

  init(request: ReportRequest) { self.request = request }

  /// What shares are of; nil for a package.
  private var unit: MassUnit? { impact?.unit ?? profile?.unit ?? overlap?.comparison.unit }

  /// As the analyses ended.
  public var completion: Completion { layers?.completion ?? .done }

  /// What was asked for.
  public static let parameters: [Field<ReportResult>] = [
    .texts("subjects", "subjects", "what the report is about; empty for the package") { $0.request.subjects },
    .text("x", "X", "the first layer; null where the subject is not two layers") {
      $0.overlap?.comparison.x.name
    },
    .text("y", "Y", "the second layer, likewise") { $0.overlap?.comparison.y.name },
    .text("process", "process", "the process that changes; null where none does") {
      $0.impact?.impact.process.name
    },
    .text("weights", "weights", "what shares are of: population, area or flow; null for a package") {
      $0.unit?.rawValue
    },
    .text(
      "membership", "membership", "how a small area in more than one area is counted; null without people"
    ) { $0.unit?.countsPersons == true ? $0.request.membership.rawValue : nil },
    .text("catchment", "catchment", "how catchments are made; null where there are none") {
      ($0.impact?.method ?? $0.profile?.catchment)?.rawValue
    },
  ]

  /// The numbers that matter, and the results of the analyses.
  public static let fields: [Field<ReportResult>] = [
    .records("headlines", "the numbers that matter most", Headline.fields) { $0.headlines },
    .answer("impact", "what a trust’s change touches, as impact has it; null otherwise") {
      $0.impact
    },
    .records(
      "agreements", "who signs the plans that a change touches, and until when those run",
      Agreement.fields
    ) { $0.agreements },
    .answer("profile", "an organisation against every tier, as profile has it; null otherwise") {
      $0.profile
    },
    .answer("overlap", "two layers, as overlap has them; null otherwise") {
      $0.overlap
    },
    .answer("score", "how coterminous they are, as score has it; null otherwise") {
      $0.score
    },
    .answer("layers", "what the package has, as layers has it; null otherwise") {
      $0.layers
    },
    .records("tiers", "how coterminous the tiers of the package are, two by two", TierPair.fields) {
      $0.tiers
    },
    .answer("check", "conflicts of boundaries that concern the subject, as check has them") { $0.check },
    .answer(
      "sensitivity",
      "which conclusions hold however people are counted, as sensitivity has them; null for a package"
    ) { $0.sensitivity },
  ]

  /// The tables of the analyses.
  public static let tables: [TableDeclaration<ReportResult>] =
    ImpactResult.tables.parts { $0.impact }
    + [
      TableDeclaration(
        "agreements", "one row per signatory of a plan that the change touches", Agreement.fields
      ) { (report: ReportResult) in report.agreements }
    ].parts { $0.impact == nil ? nil : $0 } + OverlapResult.tables.parts { $0.overlap }
    + ScoreResult.tables.parts { $0.score }
    + ProfileResult.tables.parts { $0.profile }
    + [
      TableDeclaration("tiers", "one row per two tiers of the package", TierPair.fields) {
        (report: ReportResult) in report.tiers
      }
    ].parts { $0.tiers.isEmpty ? nil : $0 } + LayersResult.tables.parts { $0.layers }
    + CheckResult.tables.parts { $0.check } + SensitivityResult.tables.parts { $0.sensitivity }
}

extension Array {
  /// The tables of a part of a result, without columns where the result does not have that part.
  fileprivate func parts<Part: AnalysisResult>(
    _ part: @escaping @Sendable (ReportResult) -> Part?
  ) -> [TableDeclaration<ReportResult>] where Element == TableDeclaration<Part> {
    map { TableDeclaration<ReportResult>($0, of: part) }
  }
}

extension Headline {
  static let fields: [Field<Headline>] = [
    .text("value", "value", "the number, as people read it") { $0.value },
    .text("meaning", "meaning", "what it is the number of") { $0.meaning },
  ]
}

/// An organisation that signs a plan which a change touches.
struct Agreement: Sendable {
  let plan: BetterCareFundPlan
  let partner: BetterCareFundPlan.Partner

  static let fields: [Field<Agreement>] = [
    .text("plan_id", "plan", "the plan’s identifier") { $0.plan.id },
    .text("plan_name", "plan name", "its name") { $0.plan.name },
    .text("code", "code", "the organisation’s code") { $0.partner.organisation.code },
    .text("name", "who signs", "its name") { $0.partner.organisation.name },
    .text("kind", "kind", "what it is: la, ccg, trust, other") { $0.partner.kind },
    .text(
      "period_end", "plan runs until", "the day on which the plan ends; empty where the file does not say"
    ) { $0.plan.periodEnd },
  ]
}

/// How coterminous two tiers of a package are.
struct TierPair: Sendable {
  let (x, y): (String, String)
  let coterminous, of: Int
  let fit, hierarchy: Double

  init(_ score: ScoreResult) {
    let system = score.scores.system
    (x, y) = (score.comparison.x.name, score.comparison.y.name)
    (coterminous, of) = (system.coterminous.count, system.coterminous.of)
    (fit, hierarchy) = (system.degreeOfFit.x, system.degreeOfHierarchy.x)
  }

  static let fields: [Field<TierPair>] = [
    .text("x", "layer", "the first layer") { $0.x },
    .text("y", "against", "the second layer") { $0.y },
    .count("coterminous", "coterminous", "how many areas of X are coterminous with one of Y") {
      $0.coterminous
    },
    .count("of", "of", "of how many areas of X") { $0.of },
    .share(
      "degree_of_fit", "fit",
      "the part of X that would be with its own area of Y if every area of X went to one"
    ) { $0.fit },
    .share("degree_of_hierarchy", "within one", "the part of the areas of X that lie in one area of Y") {
      $0.hierarchy
    },
  ]
}
