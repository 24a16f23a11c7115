/// What a trust touches when it changes one process, and how that was counted.
public struct ImpactResult: AnalysisResult {
  /// What is touched.
  public let impact: Impact
  /// What was asked.
  public let request: ImpactAnalysis.Request
  /// What shares are of.
  public let unit: MassUnit
  /// How the catchment was made.
  public let method: CatchmentMethod
  /// How far the plans touched have come with their schemes for the process.
  public let heat: DegreesOfHeat
  /// The plans with schemes for the process that are listed.
  private(set) var plans: [Plan]
  /// The plans without one that are listed.
  private(set) var others: [Plan]
  /// Whether the plans are in an order that was asked for.
  private(set) var isSorted = false

  init(
    impact: Impact, request: ImpactAnalysis.Request, unit: MassUnit, method: CatchmentMethod,
    boardNames: [String: String]
  ) {
    func rows(_ plans: [ImpactedPlan]) -> [Plan] {
      plans.map { plan in
        Plan(
          plan: plan, unit: unit, trust: impact.trust.organisation,
          boardNames: plan.plan.boards.map { boardNames[$0] ?? "" })
      }
    }
    self.impact = impact
    self.request = request
    self.unit = unit
    self.method = method
    heat = DegreesOfHeat(
      impact.plans.map {
        PlanHeat(
          $0.plan, schemes: $0.schemes.map(\.scheme), share: $0.trustShare,
          population: unit == .people ? $0.population : nil)
      })
    plans = rows(impact.plans)
    others = rows(impact.plansWithoutMatch)
  }

  var countsPeople: Bool { unit == .people }

  /// The plans, their boards and who signs them.
  public var listable: [NamedCode] { (plans + others).flatMap(\.organisations) }

  /// Plans with schemes for the process first.
  public mutating func list(_ choice: inout RowChoice) {
    func about(_ row: Plan) -> [NamedCode?] { row.organisations }
    plans = choice.rows(plans, Self.rowFields, main: "trust_share", about: about)
    others = choice.rows(others, Self.rowFields, main: "trust_share", about: about)
    isSorted = choice.isSorted
  }

  /// What was asked for, with defaults filled in.
  public static let parameters: [Field<ImpactResult>] = [
    .text("trust", "trust", "the trust’s code") { $0.impact.trust.organisation.code },
    .text("process", "process", "the process that changes") { $0.impact.process.name },
    .text("weights", "weights", "what shares are of: population, area or flow") { $0.unit.rawValue },
    .text("catchment", "catchment", "how the catchment is made: layer, fptp, threshold or proportional") {
      $0.method.rawValue
    },
    .share(
      "threshold", "threshold",
      "the share of patients at or above which a small area belongs to it; null otherwise"
    ) { $0.method == .threshold ? $0.request.threshold : nil },
    .text(
      "membership", "membership", "how a small area in more than one area is counted; null without people"
    ) { $0.unit.countsPersons ? $0.request.membership.rawValue : nil },
    .share("coverage", "coverage", "the part of the catchment that the smallest set has to hold") {
      $0.request.coverage
    },
  ]

  /// Trust, process, plans, the smallest set, configurations, who signs.
  public static let fields: [Field<ImpactResult>] = [
    .record("trust", "the trust and its catchment", trustFields, showing: { $0.unit.conditions }) { $0 },
    .record("process", "the process and what it stands for", ProcessFields.all) { $0.impact.process },
    .records(
      "plans", "the plans with schemes for the process, by identifier", planFields,
      showing: { $0.unit.conditions }
    ) { $0.plans },
    .records(
      "untouched_matches", "the plans that share people with the trust but have no scheme for the process",
      planFields, showing: { $0.unit.conditions }
    ) { $0.others },
    .money(
      "amount_gbp", "cost of schemes", "the cost of all matched schemes that give one; null where none does"
    ) { $0.impact.knownAmount },
    .count("schemes_without_amount", "without amount", "how many matched schemes give no amount") {
      $0.impact.schemesWithoutAmount
    },
    .record("smallest_set", "the fewest plans that hold a part of the catchment", setFields) {
      $0.impact.smallestSet
    },
    .record("configurations", "how many ways of running the process the plans prescribe", configurationFields)
    {
      $0
    },
    .record(
      "heat", "how far the plans have come with their schemes for the process, and how unlike they are",
      HeatFields.all
    ) { $0.heat },
    .count("signatories_total", "signatories", "how many organisations sign the plans, each once") {
      $0.impact.signatoriesTotal
    },
    .share("share_outside_plans", "outside", "the share of the catchment in no plan") {
      $0.impact.shareOutsidePlans
    },
  ]

  /// The plans.
  public static let tables: [TableDeclaration<ImpactResult>] = [
    TableDeclaration(
      "plans", "one row per plan, those with schemes for the process first", rowFields,
      showing: { $0.unit.conditions }
    ) { $0.plans + $0.others }
  ]

  // MARK: Plans

  /// A plan with the trust, and the unit of what it shares with it.
  struct Plan: Sendable {
    let plan: ImpactedPlan
    let unit: MassUnit
    let trust: NamedCode
    let boardNames: [String]

    var people: Double? { unit == .people ? plan.sharedPopulation : nil }
    var patients: Double? { unit == .patients ? plan.sharedPopulation : nil }
    var area: Double? { unit == .squareMetres ? plan.sharedPopulation : nil }
    /// The plan itself, its boards and who signs it.
    var organisations: [NamedCode] {
      [NamedCode(code: plan.plan.id, name: plan.plan.name)]
        + zip(plan.plan.boards, boardNames).map { NamedCode(code: $0, name: $1) }
        + plan.signatories.map(\.organisation)
    }
  }

  /// What JSON and CSV say about a plan in the same words.
  private static let commonFields: [Field<Plan>] = [
    .text("plan_id", "plan", "the plan’s identifier") { $0.plan.plan.id },
    .text("hwb_code", "boards", "its boards, joined by semicolons") {
      $0.plan.plan.boards.joined(separator: ";")
    },
    .text("hwb_name", "board names", "the names of its boards, joined by semicolons") {
      $0.boardNames.joined(separator: ";")
    },
    .text("name", "name", "what it is called") { $0.plan.plan.name },
    .people("population", "people", "the people in both the plan’s area and the catchment; null by area") {
      $0.people
    },
  ]

  private static let shareFields: [Field<Plan>] = [
    .share("trust_share", "share of trust", "leverage: the share of the trust’s catchment in the plan") {
      $0.plan.trustShare
    },
    .share(
      "hwb_share", "share of plan", "dependence: the share of the plan’s people, or area, in the catchment"
    ) { $0.plan.boardShare },
  ]

  private static let amountField: Field<Plan> = .money(
    "amount_gbp", "cost of schemes", "the cost of its matched schemes that give one; null where none does"
  ) { $0.plan.knownAmount }.orElse("not given")

  private static let patientsField: Field<Plan> = .people(
    "patients", "patients", "the trust’s patients who live in the plan’s area"
  ) { $0.patients }.when(.patients)

  static let planFields: [Field<Plan>] =
    commonFields + [.area("shared_area_m2", "area", "the area in both; null by people") { $0.area }]
    + shareFields + [
      .records("schemes", "the schemes that implement the process", schemeFields) { $0.plan.schemes },
      amountField,
      .records("metrics", "the plan’s metrics that the process concerns", metricFields) { $0.plan.metrics },
      .texts("conditions", "conditions", "the national conditions that the process answers") {
        $0.plan.conditions
      },
      .records("signatories", "the organisations that sign the plan, each once", signatoryFields) {
        $0.plan.signatories
      },
      .records("stps", "the partnerships that the plan lies in, the largest share first", stpFields) {
        $0.plan.partnerships
      },
      patientsField,
    ]

  static let rowFields: [Field<Plan>] =
    commonFields + [.area("area_m2", "area", "the area in both; empty by people") { $0.area }] + shareFields
    + [
      .count("schemes", "schemes", "how many schemes implement the process") { $0.plan.schemes.count },
      .texts("scheme_ids", "scheme identifiers", "their identifiers") { $0.plan.schemes.map(\.scheme.id) },
      .texts("matched_by", "matched by", "why each scheme matches") {
        $0.plan.schemes.map { $0.matchedBy.joined(separator: " + ") }
      },
      amountField,
      .texts("metrics", "metrics", "the metrics that the process concerns") { $0.plan.metrics.map(\.metric) },
      .texts("conditions", "conditions", "the national conditions that the process answers") {
        $0.plan.conditions
      },
      .texts("signatories", "signatories", "codes of the organisations that sign") {
        $0.plan.signatories.map(\.organisation.code)
      },
      .texts("signatory_names", "signatories", "their names, in the same order") {
        $0.plan.signatories.map(\.organisation.name)
      },
      .count("signatory_count", "signatories", "how many there are") { $0.plan.signatories.count },
      .texts("stps", "partnerships", "codes of the partnerships that the plan lies in") {
        $0.plan.partnerships.map(\.partnership.code)
      },
      .texts("stp_names", "partnerships", "their names, in the same order") {
        $0.plan.partnerships.map(\.partnership.name)
      },
      .text("trust_code", "trust", "the trust’s code") { $0.trust.code },
      .text("trust_name", "trust", "its name") { $0.trust.name },
      patientsField,
    ]

  // MARK: Records within

  private static let trustFields: [Field<ImpactResult>] = [
    .text("code", "code", "the trust’s code") { $0.impact.trust.organisation.code },
    .text("name", "name", "its name") { $0.impact.trust.organisation.name },
    .text("catchment_method", "catchment", "how its catchment is made") { $0.impact.trust.catchmentMethod },
    .people("population", "people", "the people of the catchment, in plans or not; null by area") {
      $0.countsPeople ? $0.impact.trust.population : nil
    },
    .area("area_m2", "area", "the catchment’s area; null where it has no polygon") { $0.impact.trust.area },
    .people("patients", "patients", "the trust’s patients, in plans or not") { $0.impact.trust.population }
      .when(.patients),
  ]

  static let schemeFields: [Field<ImpactedPlan.MatchedScheme>] = [
    .text("scheme_id", "scheme", "the scheme’s identifier") { $0.scheme.id },
    .text("name", "name", "what it is called") { $0.scheme.name },
    .text("type", "type", "its type") { $0.scheme.type },
    .text("subtype", "sub-type", "its sub-type") { $0.scheme.subtype },
    .integers("hicm", "HICM", "the High Impact Changes that it implements") { $0.scheme.changes },
    .money("amount_gbp", "cost", "what it costs; null where the file does not say") { $0.scheme.amount },
    .text("maturity", "maturity", "its maturity in the High Impact Change Model") { $0.scheme.maturity },
    .text("configuration", "set up as", "how the service is set up") { $0.scheme.configuration },
    .text("commissioner", "commissioner", "who commissions it") { $0.scheme.commissioner },
    .text("funding_source", "funding source", "the contributions that it is paid from") {
      $0.scheme.fundingSource
    },
    .records("funding", "what it is paid from, source by source", fundingFields) { $0.scheme.fundingLines },
    .text("start_date", "start", "when it began") { $0.scheme.startDate },
    .texts("matched_by", "matched by", "why it is taken to implement the process") { $0.matchedBy },
  ]

  private static let fundingFields: [Field<BetterCareFundPlan.FundingLine>] = [
    .text("source", "source", "the contribution") { $0.source },
    .money("amount_gbp", "amount", "how much of it; null where the file does not say") { $0.amount },
  ]

  private static let metricFields: [Field<BetterCareFundPlan.Metric>] = [
    .text("metric", "metric", "what is measured") { $0.metric },
    .number("baseline", "baseline", decimals: 1, "where it stood; null where the file has no number") {
      $0.baseline
    },
    .number("target", "target", decimals: 1, "where it is meant to be; null where the file has no number") {
      $0.target
    },
    .text("unit", "unit", "the unit of both") { $0.unit },
  ]

  private static let signatoryFields: [Field<BetterCareFundPlan.Partner>] = [
    .text("code", "code", "the organisation’s code") { $0.organisation.code },
    .text("name", "name", "its name") { $0.organisation.name },
    .text("kind", "kind", "what it is: la, ccg, trust, other") { $0.kind },
  ]

  private static let stpFields: [Field<PartnershipShare>] = [
    .text("code", "code", "the partnership’s code") { $0.partnership.code },
    .text("name", "name", "its name") { $0.partnership.name },
    .share("share", "share", "the share of the plan in it") { $0.share },
  ]

  private static let setFields: [Field<SmallestSet>] = [
    .share("coverage", "coverage", "the part of the catchment asked for") { $0.asked },
    .share("covered", "covered", "the part that the plans hold") { $0.coverage },
    .texts("plans", "plans", "their identifiers, the largest part first") { $0.plans },
    .flag("exact", "exact", "whether no smaller set will do; not certain where plans overlap") { $0.isExact },
  ]

  private static let configurationFields: [Field<ImpactResult>] = [
    .count("distinct", "distinct", "how many different ones, by sub-type, HICM changes and model of service")
    {
      $0.impact.configurations.distinct
    },
    .number("effective", "effective", decimals: 1, "their effective number, weighted by people or area") {
      $0.impact.configurations.effective
    },
    .records("variants", "each with the plans that prescribe it", variantFields) { result in
      result.impact.configurations.variants.map { Variant(variant: $0, unit: result.unit) }
    },
    .texts("unstated", "unstated", "the plans whose matched schemes say nothing of the three") {
      $0.impact.configurations.unstated
    },
  ]

  private struct Variant: Sendable {
    let variant: Configurations.Variant
    let unit: MassUnit
  }

  private static let variantFields: [Field<Variant>] = [
    .texts("plans", "plans", "the plans’ identifiers") { $0.variant.plans },
    .people("population", "people", "the people that they share with the trust; null by area") {
      $0.unit == .people ? $0.variant.population : nil
    },
    .records("prescriptions", "what is prescribed, scheme by scheme", prescriptionFields) {
      $0.variant.prescriptions
    },
  ]

  private static let prescriptionFields: [Field<Configurations.Prescription>] = [
    .text("subtype", "sub-type", "the sub-type") { $0.subtype },
    .integers("hicm", "HICM", "the High Impact Changes of the process that it implements") { $0.changes },
    .text("configuration", "set up as", "the model of the service") { $0.configuration },
  ]
}
