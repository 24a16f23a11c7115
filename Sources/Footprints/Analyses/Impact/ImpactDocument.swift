extension ImpactResult: DocumentedResult {
  /// The analysis as a briefing note: the answer first, then the plans, then each plan's schemes.
  public var document: Document {
    let trust = impact.trust.organisation
    var blocks: [Document.Block] = [.list(summary)]
    let plans = impact.plans.sorted(by: Self.byLeverage)
    let others = impact.plansWithoutMatch.sorted(by: Self.byLeverage)
    if !plans.isEmpty {
      blocks += [.heading("Plans that the change touches"), .paragraph(caption), .table(table(plans))]
    }
    if !others.isEmpty {
      blocks += [
        .heading("Plans that share the trust's \(noun) but have no scheme for this"), .table(table(others)),
      ]
    }
    blocks += plans.flatMap(details)
    blocks += [.heading("How this was counted"), .list(methodLines)]
    let code = trust.name == trust.code ? "" : " (\(trust.code))"
    return Document(
      title: "If \(trust.name)\(code) changes \(impact.process.name)", blocks: blocks)
  }

  private static func byLeverage(_ a: ImpactedPlan, _ b: ImpactedPlan) -> Bool {
    (b.trustShare, a.plan.id) < (a.trustShare, b.plan.id)
  }

  private var noun: String { unit.noun }

  private func name(_ plan: BetterCareFundPlan) -> String { plan.name.isEmpty ? plan.id : plan.name }

  // MARK: The answer

  private var summary: [String] {
    var lines = [touched, agreement]
    if impact.configurations.distinct == 1, impact.plans.count > 1 {
      lines.append("These plans describe the process in one way, so the trust would run it in one way.")
    } else if impact.configurations.distinct > 1 {
      lines.append(
        "The trust would have to run the process in \(Wording.grouped(impact.configurations.distinct)) ways, because the plans describe it differently (by \(noun), as varied as \(Wording.decimal(impact.configurations.effective, 1)) equally common ways)."
      )
    }
    let corners = (impact.plans + impact.plansWithoutMatch)
      .filter { $0.boardShare >= 0.5 && $0.trustShare < 0.25 }
      .sorted { ($1.boardShare - $1.trustShare, $0.plan.id) < ($0.boardShare - $0.trustShare, $1.plan.id) }
    for corner in corners {
      let whose = countsPeople ? "its residents are" : "its area is"
      lines.append(
        "\(name(corner.plan)) is in the corner: \(Wording.inWords(corner.boardShare)) of \(whose) in the trust's catchment, but \(countsPeople ? "they are" : "that is") only \(Wording.percent(corner.trustShare)) of it."
      )
    }
    if impact.shareOutsidePlans > 0.0005 {
      lines.append("\(Wording.percent(impact.shareOutsidePlans)) of the catchment lies in no plan.")
    }
    return lines
  }

  private var touched: String {
    let others = impact.plansWithoutMatch.count
    guard !impact.plans.isEmpty else {
      return others == 0
        ? "The change touches no Better Care Fund plan: none shares \(noun) with the trust's catchment."
        : "The change touches no scheme: \(Wording.plural(others, "Better Care Fund plan")) share\(others == 1 ? "s" : "") \(noun) with the trust's catchment, but none has a scheme for this."
    }
    let more =
      others == 0
      ? ""
      : " \(Wording.plural(others, "more plan")) share\(others == 1 ? "s" : "") the trust's \(noun) but ha\(others == 1 ? "s" : "ve") no scheme for this."
    return
      "The change touches \(Wording.plural(impact.plans.count, "Better Care Fund plan")), which spend\(impact.plans.count == 1 ? "s" : "") \(Wording.roundMoney(impact.amount)) on the schemes concerned and \(impact.plans.count == 1 ? "is" : "are") signed by \(Wording.plural(impact.signatoriesTotal, "organisation")).\(more)"
  }

  private var agreement: String {
    let set = impact.smallestSet
    let all = impact.plans + impact.plansWithoutMatch
    let catchment = "the trust's catchment of \(unit.words(impact.trust.population))"
    guard !set.plans.isEmpty else {
      return all.isEmpty
        ? "No plan shares \(noun) with \(catchment)." : "No agreement is needed to cover 0% of \(catchment)."
    }
    let names = set.plans.map { id in all.first { $0.plan.id == id }.map { name($0.plan) } ?? id }
    let reached = set.coverage >= set.asked - 1e-12
    return reached
      ? "Agreement with \(names.count == all.count ? names.count == 1 ? "the only plan" : "all \(names.count) plans" : "\(names.count) of \(all.count) plans") covers \(Wording.percent(set.coverage)) of \(catchment) (at least \(Wording.setting(set.asked)) was asked for): \(Wording.list(names))."
      : "Even agreement with all \(Wording.plural(names.count, "plan")) covers only \(Wording.percent(set.coverage)) of \(catchment) (\(Wording.setting(set.asked)) was asked for)."
  }

  // MARK: The plans

  private var caption: String {
    "Share of trust: the part of the trust's catchment that the plan holds (leverage). Share of plan: the part of the plan's \(countsPeople ? "residents" : "area") in the catchment (dependence)."
  }

  private func table(_ plans: [ImpactedPlan]) -> Table {
    Table("plans", Self.rowFields, rows: self.plans(plans)).selecting([
      "plan_id", "name", countsPeople ? "population" : "area_m2", "trust_share", "hwb_share", "schemes",
      "amount_gbp", "signatory_count",
    ])
  }

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
      lines.append("Metrics it moves: " + plan.metrics.map(Self.aim).joined(separator: "; "))
    }
    if !plan.conditions.isEmpty {
      lines.append("National conditions: " + plan.conditions.map(Self.condition).joined(separator: ", "))
    }
    if !plan.partnerships.isEmpty {
      let parts = plan.partnerships.map { "\(Wording.percent($0.share)) in \($0.partnership.name)" }
      lines.append("Partnership (STP): \(parts.joined(separator: ", "))")
    }
    return [.heading("\(name(plan.plan)) (\(plan.plan.id))"), .table(schemes), .list(lines)]
  }

  /// The type is in its own column, so that it need not be repeated.
  private static func reason(_ reason: String) -> String {
    if reason.hasPrefix("type ") { return "type" }
    return reason.hasPrefix("hicm ") ? "HICM " + reason.dropFirst(5) : reason
  }

  private static func aim(_ metric: BetterCareFundPlan.Metric) -> String {
    func number(_ value: Double?) -> String? { value.map { "\($0)" } }
    let numbers =
      switch (number(metric.baseline), number(metric.target)) {
      case (let baseline?, let target?): "from \(baseline) to \(target)"
      case (nil, let target?): "to \(target)"
      case (let baseline?, nil): "from \(baseline), no target given"
      case (nil, nil): "no numbers given"
      }
    let unit = metric.unit.isEmpty ? "" : metric.unit == "%" ? "%" : " \(metric.unit)"
    return "\(metric.metric) \(numbers)\(metric.target == nil ? "" : unit)"
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
    ]
    if countsPeople { lines.append("People: \(request.membership.explanation).") }
    return lines
  }
}
