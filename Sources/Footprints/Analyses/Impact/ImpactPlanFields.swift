// What an impact says of a plan.

extension ImpactResult {
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
  static let commonFields: [Field<Plan>] = [
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

  static let shareFields: [Field<Plan>] = [
    .share("trust_share", "share of trust", "leverage: the share of the trust’s catchment in the plan") {
      $0.plan.trustShare
    },
    .share(
      "hwb_share", "share of plan", "dependence: the share of the plan’s people, or area, in the catchment"
    ) { $0.plan.boardShare },
  ]

  static let amountField: Field<Plan> = .money(
    "amount_gbp", "cost of schemes", "the cost of its matched schemes that give one; null where none does"
  ) { $0.plan.knownAmount }.orElse("not given")

  static let patientsField: Field<Plan> = .people(
    "patients", "patients", "the trust’s patients who live in the plan’s area"
  ) { $0.patients }.when(.patients)

  static let surenessFields: [Field<Plan>] = [
    .share(
      "divided_share", "divided",
      "the part of what the two share that is in small areas that a border divides; null by area"
    ) { $0.plan.sureness.dividedShare },
    .share(
      "trust_share_low", "least share of trust",
      "the least that the share of the trust can be, given what its flows leave open; null where no flows are used"
    ) { $0.plan.sureness.ofTrust?.lowerBound },
    .share("trust_share_high", "most share of trust", "the most that it can be") {
      $0.plan.sureness.ofTrust?.upperBound
    },
    .share("hwb_share_low", "least share of plan", "the least that the share of the plan can be, likewise") {
      $0.plan.sureness.ofArea?.lowerBound
    },
    .share("hwb_share_high", "most share of plan", "the most that it can be") {
      $0.plan.sureness.ofArea?.upperBound
    },
  ]

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
      .records(
        "stps",
        "the integrated care boards that the plan lies in, else the partnerships before them, the largest share first",
        stpFields
      ) {
        $0.plan.partnerships
      },
      patientsField,
    ] + surenessFields

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
    ] + surenessFields
}
