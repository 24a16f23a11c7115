extension ImpactResult: DocumentedResult {
  /// The analysis as a briefing note: the answer first, then the plans, then each plan's schemes.
  public var document: Document {
    let trust = impact.trust.organisation
    var blocks: [Document.Block] = [.list(summary)]
    let plans = isSorted ? self.plans : self.plans.sorted(by: Self.byLeverage)
    let others = isSorted ? self.others : self.others.sorted(by: Self.byLeverage)
    if !plans.isEmpty {
      blocks += [.heading("Plans that the change touches"), .paragraph(caption), .table(table(plans))]
    }
    if !others.isEmpty {
      blocks += [
        .heading("Plans that share the trust’s \(noun) but have no scheme for this"), .table(table(others)),
      ]
    }
    if heatText.hasSpread {
      blocks += [
        .heading("How far the plans have come"), .list(heatText.lines), .table(heatText.table),
      ]
    }
    blocks += plans.map(\.plan).flatMap(details)
    blocks += [.heading("How this was counted"), .list(methodLines)]
    let code = trust.name == trust.code ? "" : " (\(trust.code))"
    return Document(
      title: "If \(trust.name)\(code) changes \(impact.process.name)", blocks: blocks)
  }

  private static func byLeverage(_ a: Plan, _ b: Plan) -> Bool {
    (b.plan.trustShare, a.plan.plan.id) < (a.plan.trustShare, b.plan.plan.id)
  }

  private var noun: String { unit.noun }

  private var heatText: HeatText {
    HeatText(
      heat: heat, plans: "the plans", whole: "the trust’s catchment", schemes: "the schemes concerned",
      countsPeople: countsPeople)
  }

  private func name(_ plan: BetterCareFundPlan) -> String { plan.name.isEmpty ? plan.id : plan.name }

  // MARK: The answer

  private var summary: [String] {
    var lines = [touched, agreement] + [ways, heatText.sentence].compactMap(\.self)
    lines += impact.corners.map { corner in
      let whose = "its \(unit.possession) \(unit.verb)"
      return
        "\(name(corner.plan)) is in the corner: \(Wording.inWords(corner.boardShare)) of \(whose) in the trust’s catchment, but \(unit.countsPersons ? "they are" : "that is") only \(Wording.percent(corner.trustShare)) of it."
    }
    if impact.shareOutsidePlans > 0.0005 {
      lines.append("\(Wording.percent(impact.shareOutsidePlans)) of the catchment lies in no plan.")
    }
    return lines
  }

  private var touched: String {
    let others = impact.plansWithoutMatch.count
    let share = Wording.form(others, "shares", "share")
    guard !impact.plans.isEmpty else {
      return others == 0
        ? "The change touches no Better Care Fund plan: none shares \(noun) with the trust’s catchment."
        : "The change touches no scheme: \(Wording.plural(others, "Better Care Fund plan")) \(share) \(noun) with the trust’s catchment, but \(Wording.form(others, "it has no", "none has a")) scheme for this."
    }
    let more =
      others == 0
      ? ""
      : " \(Wording.plural(others, "more plan")) \(share) the trust’s \(noun) but \(Wording.form(others, "has", "have")) no scheme for this."
    let count = impact.plans.count
    return
      "The change touches \(Wording.plural(count, "Better Care Fund plan")), which \(Wording.form(count, "spends", "spend")) \(spent) on the schemes concerned and \(Wording.form(count, "is", "are")) signed by \(Wording.plural(impact.signatoriesTotal, "organisation")).\(more)"
  }

  /// What the schemes concerned cost, as far as it is known.
  private var spent: String {
    let known = Wording.roundMoney(impact.amount)
    if impact.schemesWithoutAmount == 0 { return known }
    return impact.plans.flatMap(\.schemes).count == impact.schemesWithoutAmount
      ? "amounts that are not given" : "at least \(known)"
  }

  private var agreement: String {
    let set = impact.smallestSet
    let all = impact.plans + impact.plansWithoutMatch
    let catchment = "the trust’s catchment of \(unit.words(impact.trust.population))"
    guard !set.plans.isEmpty else {
      return all.isEmpty
        ? "No plan shares \(noun) with \(catchment)." : "No agreement is needed to cover 0% of \(catchment)."
    }
    let names = set.plans.map { id in all.first { $0.plan.id == id }.map { name($0.plan) } ?? id }
    let reached = set.coverage >= set.asked - 1e-12
    let agreed =
      names.count == all.count ? Wording.all(all.count, "plan") : "\(names.count) of \(all.count) plans"
    return reached
      ? "Agreement with \(agreed) covers \(Wording.percent(set.coverage)) of \(catchment) (at least \(Wording.setting(set.asked)) was asked for): \(Wording.list(names))."
      : "Even agreement with \(agreed) covers only \(Wording.percent(set.coverage)) of \(catchment) (\(Wording.setting(set.asked)) was asked for)."
  }

  /// In how many ways the trust would have to run the process; nothing where there is no second plan to compare with.
  private var ways: String? {
    let found = impact.configurations
    let (stated, silent) = (found.stated, found.unstated.count)
    guard impact.plans.count > 1 else { return nil }
    guard stated > 0 else {
      return "\(stated + silent == 2 ? "Neither" : "None") of the plans says how the process is run."
    }
    let rest =
      silent == 0
      ? ""
      : " \(Wording.plural(silent, "plan")) \(Wording.form(silent, "does", "do")) not say how the process is run."
    if stated == 1 { return "Only one plan says how the process is run.\(rest)" }
    if found.distinct == 1 {
      let who = Wording.sentence(silent == 0 ? Wording.all(stated, "plan") : Wording.plural(stated, "plan"))
      return "\(who) describe the process in one way, so the trust would run it in one way.\(rest)"
    }
    if found.distinct == stated {
      let who =
        silent > 0
        ? "Each of the \(Wording.grouped(stated)) plans that say how runs the process"
        : stated == 2 ? "Each of the two plans runs the process" : "Every plan runs the process"
      return
        "\(who) in its own way, so the trust would have to run it differently for each of them.\(rest)"
    }
    return
      "The trust would have to run the process in \(Wording.grouped(found.distinct)) ways for \(Wording.grouped(stated)) plans, because they describe it differently (by \(noun), as varied as \(Wording.decimal(found.effective, 1)) equally common ways).\(rest)"
  }

  // MARK: The plans

  private var caption: String {
    "Share of trust: the part of the trust’s catchment that the plan holds (leverage). Share of plan: the part of the plan’s \(unit.possession) in the catchment (dependence)."
  }

  private func table(_ plans: [Plan]) -> Table {
    Table("plans", Self.rowFields, rows: plans, showing: unit.conditions).selecting([
      "plan_id", "name", mass, "trust_share", "hwb_share", "schemes",
      "amount_gbp", "signatory_count",
    ]).showing(leavingOut: ["plan_id", "signatory_count", "schemes", mass])
  }

  /// The column of what a plan shares with the trust.
  private var mass: String { unit.column }

  /// A scheme as the briefing shows it.
  private static let briefSchemeFields: [Field<ImpactedPlan.MatchedScheme>] = [
    .text("scheme_id", "scheme", "") { $0.scheme.id }, .text("name", "name", "") { $0.scheme.name },
    .text("type", "type", "") { match in
      let scheme = match.scheme
      return scheme.type
        + (scheme.subtype == scheme.name || scheme.subtype.isEmpty ? "" : ": \(scheme.subtype)")
    },
    .text("configuration", "set up as", "") { $0.scheme.configuration },
    .text("maturity", "maturity", "") { Wording.spacedWords($0.scheme.maturity) },
    .money("amount_gbp", "cost", "") { $0.scheme.amount }.orElse("not given"),
    .text("matched_by", "matched by", "") { Wording.list($0.matchedBy.map(reason)) },
  ]

  private func details(_ plan: ImpactedPlan) -> [Document.Block] {
    let schemes = Table("schemes", Self.briefSchemeFields, rows: plan.schemes)
      .showing(mostOf: "amount_gbp", leavingOut: ["scheme_id", "matched_by", "maturity"])
    var lines = [
      plan.signatories.isEmpty
        ? "Signed by: no signatory is listed"
        : "Signed by: "
          + plan.signatories.map {
            $0.organisation.name.isEmpty ? $0.organisation.code : $0.organisation.name
          }
          .joined(separator: ", ")
    ]
    if !plan.metrics.isEmpty {
      lines.append("Metrics concerned: " + plan.metrics.map(Self.aim).joined(separator: "; "))
    }
    if !plan.conditions.isEmpty {
      lines.append("National conditions: " + plan.conditions.map(Self.condition).joined(separator: ", "))
    }
    if !plan.partnerships.isEmpty {
      let parts = plan.partnerships.map { "\(Wording.percent($0.share)) in \($0.partnership.name)" }
      let title = Wording.sentence(partnerships?.one ?? "partnership")
      lines.append("\(title): \(parts.joined(separator: ", "))")
    }
    return [.heading("\(name(plan.plan)) (\(plan.plan.id))"), .table(schemes), .list(lines)]
  }

  /// The type is in its own column, so that it need not be repeated.
  private static func reason(_ reason: String) -> String {
    if reason.hasPrefix("type ") { return "type" }
    return reason.hasPrefix("hicm ") ? "HICM " + reason.dropFirst(5) : reason
  }

  /// "residential admissions 65+, 539.6 to 543.3 per 100,000".
  private static func aim(_ metric: BetterCareFundPlan.Metric) -> String {
    // Both with the decimals of the longer, so that they are read as one kind of number.
    let places = [metric.baseline, metric.target].compactMap(\.self).map(Wording.decimals).max() ?? 0
    func number(_ value: Double?) -> String? { value.map { Wording.decimal($0, places) } }
    let unit = metric.unit.isEmpty ? "" : metric.unit == "%" ? "%" : " \(metric.unit)"
    return switch (number(metric.baseline), number(metric.target)) {
    case (let baseline?, let target?): "\(metric.metric), \(baseline) to \(target)\(unit)"
    case (nil, let target?): "\(metric.metric), to \(target)\(unit)"
    case (let baseline?, nil): "\(metric.metric), from \(baseline)\(unit) (no target given)"
    case (nil, nil): "\(metric.metric) (no numbers given)"
    }
  }

  private static func condition(_ code: String) -> String {
    let title =
      switch code.uppercased() {
      case "NC1": "jointly agreed plan"
      case "NC2": "social care maintained"
      case "NC3": "NHS-commissioned out-of-hospital services"
      case "NC4": "managing transfers of care"
      default: ""
      }
    return title.isEmpty ? code : "\(code) (\(title))"
  }

  // MARK: The method

  private var methodLines: [String] {
    let process = impact.process
    let changes = process.changes.map(String.init)
    var rules: [String] = []
    if !changes.isEmpty {
      rules.append("name change \(CodeList(changes, joinedBy: "or")) of the High Impact Change Model (HICM)")
    }
    if !process.schemeTypes.isEmpty {
      rules.append("are of type \(CodeList(process.schemeTypes, limit: 12, joinedBy: nil))")
    }
    var lines = [
      "Catchment: \(method.explanation(threshold: request.threshold)).",
      rules.isEmpty
        ? "No scheme can match: the process names neither changes nor scheme types."
        : "Schemes concerned: those that \(rules.joined(separator: " or ")). A scheme of a HICM type that names other changes is not.",
      "Cost: the whole amount of each scheme, whichever trust its people use.",
      "Ways of running the process: plans differ where their schemes concerned differ in sub-type, HICM change or model of service.",
    ]
    if unit.countsPersons {
      lines.append("\(Wording.sentence(unit.noun)): \(request.membership.explanation).")
    }
    if let basis { lines.append(basis.sentence(of: "of the trust")) }
    if let open = openShares { lines.append(open) }
    return lines
  }

  /// Between which values the largest shares of the trust lie, given what its flows leave open; nil where they leave nothing.
  private var openShares: String? {
    let all = (impact.plans + impact.plansWithoutMatch).sorted {
      ($1.trustShare, $0.plan.id) < ($0.trustShare, $1.plan.id)
    }
    let open = all.compactMap { plan in
      plan.sureness.ofTrust.flatMap { bounds in
        bounds.lowerBound < bounds.upperBound ? "\(name(plan.plan)) \(bounds.percentWords)" : nil
      }
    }
    guard !open.isEmpty else { return nil }
    return
      "Small flows are suppressed and proportions rounded; given that, the share of the trust is that of \(CodeList(open, limit: 5, joinedBy: nil))."
  }
}
