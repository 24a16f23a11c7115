extension PartnershipsResult {
  /// What was asked for, with defaults filled in.
  public static let parameters: [Field<PartnershipsResult>] = [
    .text("layer", "layer", "the layer of partnerships") { $0.layer.name },
    .share(
      "outside", "outside",
      "the share of a plan outside its main partnership from which on it is out of line"
    ) { $0.request.outside },
    .text("weights", "weights", "what shares are of: population or area") { $0.unit.rawValue },
    .text(
      "membership", "membership", "how a small area in more than one area is counted; null without people"
    ) { $0.countsPeople ? $0.request.membership.rawValue : nil },
    .text("catchment", "catchment", "how catchments of trusts are made; null where there are none") {
      $0.allCells?.method.rawValue
    },
  ]

  /// Plans, partnerships, cells, and what they mean in words.
  public static let fields: [Field<PartnershipsResult>] = [
    .records("plans", "the plans, those out of line first", planFields) { result in
      result.plans.map { plan in
        PlanRow(
          plan: plan, isOutOfLine: result.isOutOfLine(plan),
          pairs: result.pairs.filter { $0.plan.code == plan.plan.code })
      }
    },
    .records("partnerships", "the partnerships, by code", partnershipFields) { result in
      result.partnerships.map { one in
        PartnershipRow(
          partnership: one, pairs: result.pairs.filter { $0.partnership.code == one.partnership.code })
      }
    },
    .records(
      "cells",
      "partnership, board and trust together, those out of line first; only boards with a plan, and only where people are counted",
      cellFields
    ) { $0.cells },
    .texts("sentences", "sentences", "what the numbers mean, in plain words") { $0.sentences },
  ]

  /// The pairs of plans and partnerships; the cells.
  public static let tables: [TableDeclaration<PartnershipsResult>] = [
    TableDeclaration("pairs", "one row per plan and partnership, plans out of line first", pairFields) {
      $0.pairs
    },
    TableDeclaration(
      "cells", "one row per partnership, board and trust, those out of line first", cellFields
    ) { $0.cells },
  ]

  private struct PlanRow: Sendable {
    let plan: PlanInPartnerships
    let isOutOfLine: Bool
    let pairs: [PartnershipPair]
  }

  private struct PartnershipRow: Sendable {
    let partnership: PartnershipWithPlans
    let pairs: [PartnershipPair]
  }

  /// People, or an area, whichever is weighed.
  private static func masses<Record>(
    _ what: String, _ value: @escaping @Sendable (Record) -> (mass: Double, unit: MassUnit)
  ) -> [Field<Record>] {
    [
      .people("population", "people", "\(what) people; null by area") {
        value($0).unit == .people ? value($0).mass : nil
      },
      .area("area_m2", "area", "\(what) area; null by people") {
        value($0).unit == .squareMetres ? value($0).mass : nil
      },
    ]
  }

  private static let planFields: [Field<PlanRow>] =
    [
      .text("plan_id", "plan", "the plan’s identifier") { $0.plan.plan.code },
      .text("name", "name", "what it is called") { $0.plan.plan.name },
      .text("hwb_code", "boards", "its boards, joined by semicolons") {
        $0.plan.boards.map(\.code).joined(separator: ";")
      },
      .text("hwb_name", "board names", "their names, joined by semicolons") {
        $0.plan.boards.map(\.name).joined(separator: ";")
      },
    ] + masses("its") { ($0.plan.mass, $0.plan.unit) } + [
      .flag("out_of_line", "out of line", "whether too much of it lies outside its main partnership") {
        $0.isOutOfLine
      },
      .text("main_partnership", "main partnership", "code of the partnership that holds most of it") {
        $0.plan.main?.partnership.code
      },
      .share("main_share", "in it", "the share of the plan in it") { $0.plan.main?.planShare },
      .share("outside_share", "outside", "the share of the plan outside it, in others or in none") {
        $0.plan.outside
      },
      .share("uncovered_share", "in none", "the share of the plan in no partnership") { $0.plan.uncovered },
      .number(
        "effective_partnerships", "effective", decimals: 2, "effective number of partnerships (Shannon)"
      ) { $0.plan.effective },
      .records(
        "partnerships", "the partnerships that it lies in, the largest share first",
        [
          .text("code", "code", "the partnership’s code") { $0.partnership.code },
          .text("name", "name", "its name") { $0.partnership.name },
        ] + shareFields
      ) { $0.pairs },
    ]

  private static let partnershipFields: [Field<PartnershipRow>] =
    [
      .text("code", "code", "the partnership’s code") { $0.partnership.partnership.code },
      .text("name", "name", "its name") { $0.partnership.partnership.name },
    ] + masses("its") { ($0.partnership.mass, $0.partnership.unit) } + [
      .share("outside_plans_share", "in no plan", "the share of it in no plan") {
        $0.partnership.outsidePlans
      },
      .number("effective_plans", "effective", decimals: 2, "effective number of plans (Shannon)") {
        $0.partnership.effective
      },
      .records(
        "plans", "the plans that lie in it, the largest share of it first",
        [
          .text("plan_id", "plan", "the plan’s identifier") { $0.plan.code },
          .text("name", "name", "what it is called") { $0.plan.name },
        ] + shareFields
      ) { row in
        row.pairs.sorted { ($1.partnershipShare, $0.plan.code) < ($0.partnershipShare, $1.plan.code) }
      },
    ]

  private static let shareFields: [Field<PartnershipPair>] =
    masses("their common") { ($0.mass, $0.unit) } + [
      .share("plan_share", "share of plan", "the share of the plan that lies in the partnership") {
        $0.planShare
      },
      .share(
        "partnership_share", "share of partnership", "the share of the partnership that lies in the plan"
      ) { $0.partnershipShare },
      .flag("is_main", "main", "whether no other partnership holds more of the plan") { $0.isMain },
    ]

  static let pairFields: [Field<PartnershipPair>] =
    [
      .text("plan_id", "plan", "the plan’s identifier") { $0.plan.code },
      .text("plan_name", "plan name", "what it is called") { $0.plan.name },
      .text("partnership_code", "partnership", "the partnership’s code") { $0.partnership.code },
      .text("partnership_name", "partnership name", "its name") { $0.partnership.name },
    ] + shareFields

  static let cellFields: [Field<PartnershipCells.Cell>] = [
    .text("partnership_code", "partnership", "the partnership’s code") { $0.partnership.code },
    .text("partnership_name", "partnership", "its name") { $0.partnership.name },
    .text("hwb_code", "board", "the board’s code") { $0.board.code },
    .text("hwb_name", "board", "its name") { $0.board.name },
    .texts("plan_ids", "plans", "the identifiers of its plans") { $0.plans },
    .text("trust_code", "trust", "the trust’s code; null for people in no catchment") { $0.trust?.code },
    .text("trust_name", "trust", "its name") { $0.trust?.name }.orElse("in no catchment"),
    .people("population", "people", "the people in all three") { $0.people },
    .share("partnership_share", "share of partnership", "their share of the partnership’s people") {
      $0.partnershipShare
    },
    .share("hwb_share", "share of board", "their share of the board’s people") { $0.boardShare },
    .share("trust_share", "share of trust", "their share of the catchment’s people") { $0.trustShare },
    .texts(
      "out_of_line", "out of line",
      "why it is out of line: outside-main-partnership, trust-of-another-partnership, corner; empty where it is not"
    ) { $0.reasons.map(\.rawValue) },
  ]
}
