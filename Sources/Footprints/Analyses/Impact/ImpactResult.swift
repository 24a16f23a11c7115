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
  /// What the numbers rest on; nil by area.
  public let basis: CountBasis?
  /// Where the trust and the areas of plans are; nil where nobody said.
  let places: ImpactPlaces?
  /// What the partnerships are that plans lie in; nil where the package has none.
  let partnerships: RoleTitle?
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
    boardNames: [String: String], basis: CountBasis? = nil, places: ImpactPlaces? = nil,
    partnerships: RoleTitle? = nil
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
    self.basis = basis
    self.places = places
    self.partnerships = partnerships
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
    .record("basis", "what the numbers rest on; null by area", BasisFields.all) { $0.basis },
  ]

  /// The plans, and the schemes of those touched.
  public static let tables: [TableDeclaration<ImpactResult>] = [
    TableDeclaration(
      "plans", "one row per plan, those with schemes for the process first", rowFields,
      showing: { $0.unit.conditions }
    ) { $0.plans + $0.others },
    TableDeclaration("schemes", "one row per scheme for the process", SchemeRow.fields) { result in
      result.plans.flatMap { plan in plan.plan.schemes.map { SchemeRow(plan: plan.plan.plan, match: $0) } }
    },
  ]
}
