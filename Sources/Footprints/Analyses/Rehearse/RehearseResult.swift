/// What a reorganisation does to plans.
public struct RehearseResult: AnalysisResult {
  let request: RehearseRequest
  let scenario: Scenario
  let layer: PreparedLayer
  let rehearsal: Rehearsal
  /// The plans that are listed.
  private(set) var plans: [Rehearsal.Plan]

  init(request: RehearseRequest, scenario: Scenario, layer: PreparedLayer, rehearsal: Rehearsal) {
    (self.request, self.scenario, self.layer, self.rehearsal) = (request, scenario, layer, rehearsal)
    plans = rehearsal.plans
  }

  private static func organisations(_ plan: Rehearsal.Plan) -> [NamedCode] {
    [NamedCode(code: plan.plan.id, name: plan.plan.name)] + plan.plan.boards.map { NamedCode(code: $0) }
      + plan.parts.map(\.unit)
  }

  /// The plans, their boards and the areas that they come to.
  public var listable: [NamedCode] { rehearsal.plans.flatMap(Self.organisations) }

  /// Plans by themselves, their boards, or the areas that they come to.
  public mutating func list(_ choice: inout RowChoice) {
    plans = choice.rows(plans, Self.planFields) { Self.organisations($0) }
  }

  /// What was asked for.
  public static let parameters: [Field<RehearseResult>] = [
    .text("scenario", "scenario", "the file of the scenario") { $0.request.scenario },
    .text("name", "name", "what the scenario is called; null where it has no name") { $0.scenario.name },
    .text("layer", "layer", "the layer whose areas change") { $0.layer.name },
    .text("date", "date", "the day of the change; null where the scenario does not say") { $0.scenario.date },
    .texts("changes", "changes", "the changes in words") { $0.scenario.changes.map(\.sentence) },
  ]

  static let partFields: [Field<Rehearsal.Part>] = [
    .text("code", "code", "the code of the area") { $0.unit.code },
    .text("name", "name", "its name") { $0.unit.name },
    .people("population", "people", "the people of the plan in it") { $0.people },
    .share("share", "share of plan", "the part of the plan’s people in it") { $0.share },
    .share("share_of_area", "share of area", "the part of its own people who are the plan’s") {
      $0.shareOfArea
    },
  ]

  static let planFields: [Field<Rehearsal.Plan>] = [
    .text("plan_id", "plan", "the plan’s identifier") { $0.plan.id },
    .text("plan_name", "plan name", "its name") { $0.plan.name },
    .text(
      "fate", "what becomes of it",
      "splits (its people are divided among areas), merges (they are in one area with those of other plans), renamed (in one area of their own), changes (its area goes on with more or fewer people)"
    ) { $0.fate.rawValue },
    .people("population", "people", "its people") { $0.people },
    .texts("successor_codes", "areas then", "the codes of the areas that have them then") {
      $0.parts.map(\.unit.code)
    },
    .texts("successor_names", "areas then", "their names, the largest part first") {
      $0.parts.map(\.unit.name)
    },
    .money("amount_gbp", "paid in", "what is paid into it, as far as it is known") { $0.amount },
    .money("ending_gbp", "by who ends", "what organisations pay into it that end") { $0.ending },
    .money(
      "without_owner_gbp", "without owner",
      "the part of that for the days of the plan after the change, by days; null where the dates are not known"
    ) { $0.afterwards },
    .text("without_owner_from", "from", "the day of the change; empty where the scenario does not say") {
      $0.from
    },
    .text("without_owner_until", "until", "the end of the plan: what comes after it is agreed anew") {
      $0.until
    },
  ]

  static let paymentFields: [Field<Rehearsal.Payment>] = [
    .text("plan_id", "plan", "the plan’s identifier") { $0.plan.id },
    .text("org_code", "who ends", "the code of the organisation that ends") { $0.organisation.code },
    .text("org_name", "who ends", "its name") { $0.organisation.name },
    .text("kind", "kind", "the kind of contribution") { $0.kind },
    .money("amount_gbp", "amount", "what it pays into the plan") { $0.amount },
    .text("successor_code", "passes to", "the code of an area that has its people then") {
      $0.successor.code
    },
    .text("successor_name", "passes to", "its name") { $0.successor.name },
    .share("share", "share", "the part of its people in that area") { $0.share },
    .money("part_gbp", "part", "that part of the amount; the parts sum to it, to the penny") { $0.part },
  ]

  static let signatureFields: [Field<Rehearsal.Signature>] = [
    .text("area_code", "area", "the code of the area") { $0.area.code },
    .text("area_name", "area", "its name") { $0.area.name },
    .texts("plans", "after", "the plans that its people were in") { $0.plans },
    .text("code", "code", "the code of who has to sign") { $0.organisation.code },
    .text("name", "who signs", "its name") { $0.organisation.name },
    .text("kind", "kind", "what it is: la, ccg, icb, trust, other") { $0.kind },
    .flag("new", "new", "whether it begins with the change") { $0.isNew },
  ]

  private static let unitFields: [Field<NamedCode>] = [
    .text("code", "code", "its code") { $0.code }, .text("name", "name", "its name") { $0.name },
  ]

  /// Areas, plans, money, signatures.
  public static let fields: [Field<RehearseResult>] = [
    .records("ended", "the areas that end", unitFields) { $0.rehearsal.ended },
    .records("new", "the areas that begin", unitFields) { $0.rehearsal.new },
    .count("plans_untouched", "plans untouched", "how many plans stay as they are") {
      $0.rehearsal.untouched
    },
    .records(
      "plans", "the plans that do not stay as they are, those of most people first",
      planFields + [.records("parts", "the areas that have its people then", partFields) { $0.parts }]
    ) { $0.plans },
    .records("payments", "what organisations pay that end, and to whom it passes by people", paymentFields) {
      $0.rehearsal.payments
    },
    .records("signatures", "who has to sign what comes after, area by area", signatureFields) {
      $0.rehearsal.signatures
    },
  ]

  /// The plans, then the rest.
  public static let tables: [TableDeclaration<RehearseResult>] = [
    TableDeclaration("plans", "one row per plan that does not stay as it is", planFields) {
      (result: RehearseResult) in result.plans
    },
    TableDeclaration("payments", "one row per contribution and successor", paymentFields) {
      (result: RehearseResult) in result.rehearsal.payments
    },
    TableDeclaration("signatures", "one row per area and signatory", signatureFields) {
      (result: RehearseResult) in result.rehearsal.signatures
    },
  ]

  /// What is counted, and what is not known.
  public var notes: [Note] {
    [
      Note(
        "Money passes with people: who pays what after a change is for the authorities to agree, or for an order to say."
      ),
      Note("Codes of areas that begin are those of the scenario; official ones are given later."),
    ]
  }
}

extension RehearseResult: DocumentedResult {
  /// What ends and begins, plan by plan, whose money, who signs.
  public var document: Document {
    var blocks: [Document.Block] = [
      .paragraph(answer), .list(scenario.changes.map { Wording.sentence($0.sentence) + "." }),
    ]
    if !plans.isEmpty {
      blocks += [
        .heading("Plans"),
        .table(
          Table("plans", Self.planFields, rows: plans).selecting([
            "plan_id", "plan_name", "fate", "population", "successor_names", "amount_gbp", "ending_gbp",
            "without_owner_gbp", "without_owner_until",
          ]).showing(leavingOut: ["plan_id", "amount_gbp"])),
      ]
    }
    if !rehearsal.payments.isEmpty {
      blocks += [
        .heading("Money of organisations that end"),
        .table(
          Table("payments", Self.paymentFields, rows: rehearsal.payments).selecting([
            "plan_id", "org_name", "kind", "amount_gbp", "successor_name", "share", "part_gbp",
          ]).showing(leavingOut: ["plan_id"])),
      ]
    }
    if !rehearsal.signatures.isEmpty {
      blocks += [
        .heading("Who signs"),
        .table(
          Table("signatures", Self.signatureFields, rows: rehearsal.signatures).selecting([
            "area_name", "code", "name", "kind", "new",
          ]).showing(leavingOut: ["code"])),
      ]
    }
    blocks += [.heading("Notes"), .notes(notes)]
    return Document(title: "Rehearsal: \(scenario.name ?? request.scenario)", blocks: blocks)
  }

  private var answer: String {
    let (ended, new) = (rehearsal.ended.count, rehearsal.new.count)
    func count(_ fate: Rehearsal.Fate) -> Int { rehearsal.plans.count { $0.fate == fate } }
    let fates: [(Rehearsal.Fate, String, String)] = [
      (.splits, "is divided", "are divided"), (.merges, "merges with others", "merge with others"),
      (.renamed, "has a new area of its own", "have a new area of their own"),
      (.changes, "goes on with other people", "go on with other people"),
    ]
    let told = fates.filter { count($0.0) > 0 }.map {
      "\(Wording.grouped(count($0.0))) \(Wording.form(count($0.0), $0.1, $0.2))"
    }
    let money = rehearsal.plans.map(\.ending).sum()
    let owner =
      money.pence == 0
      ? "No organisation that pays into a plan ends."
      : "\(Wording.roundMoney(money)) is paid in by organisations that end\(scenario.date.map { " on \($0)" } ?? "")."
    return
      "\(Wording.plural(ended, "area")) \(Wording.form(ended, "ends", "end")) and \(Wording.grouped(new)) \(Wording.form(new, "begins", "begin")). Of \(Wording.plural(rehearsal.plans.count + rehearsal.untouched, "plan")), \(told.isEmpty ? "none changes" : Wording.list(told)); \(Wording.grouped(rehearsal.untouched)) \(Wording.form(rehearsal.untouched, "stays as it is", "stay as they are")). \(owner)"
  }
}
