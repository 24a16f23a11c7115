// What plans and partnerships mean for each other, in plain words. docs/methods/partnerships.md gives the rules.

extension PartnershipsResult {
  /// The answer, then the plans out of line, the partnerships with most plans, and the cells out of line.
  var sentences: [String] {
    [answer] + allPlans.filter(isOutOfLine).prefix(5).map(outOfLine)
      + [crowded, cellSentence].compactMap(\.self)
  }

  private var title: RoleTitle { layer.title }
  private var whose: String { countsPeople ? "residents" : "area" }

  func name(_ plan: NamedCode) -> String { plan.name.isEmpty ? plan.code : plan.name }

  private var answer: String {
    let out = allPlans.count(where: isOutOfLine)
    let limit = Wording.setting(request.outside)
    let all = Wording.plural(allPlans.count, "Better Care Fund plan")
    guard !allPlans.isEmpty else { return "There is no Better Care Fund plan in force." }
    if out == 0 {
      return
        "None of \(all) is out of line: each has less than \(limit) of its \(whose) outside its main \(title.one)."
    }
    return
      "\(Wording.grouped(out)) of \(all) \(Wording.form(out, "is", "are")) out of line: \(limit) or more of \(Wording.form(out, "its", "their")) \(whose) \(countsPeople ? "live" : "lies") outside \(Wording.form(out, "its", "their")) main \(title.one)."
  }

  private func outOfLine(_ plan: PlanInPartnerships) -> String {
    guard let main = plan.main else { return "\(name(plan.plan)) lies in no \(title.one)." }
    let others = plan.pairs.dropFirst().prefix(3).map {
      "\(Wording.percent($0.planShare)) in \($0.partnership.name)"
    }
    let more = plan.pairs.count - 1 - others.count
    let rest =
      others + (more > 0 ? ["some in \(Wording.plural(more, "other"))"] : [])
      + (plan.uncovered >= 0.0005 ? ["\(Wording.percent(plan.uncovered)) in none"] : [])
    return
      "\(name(plan.plan)): \(Wording.percent(main.planShare)) of its \(whose) \(countsPeople ? "live" : "lies") in \(main.partnership.name), \(Wording.list(rest))."
  }

  /// How many plans partnerships have to do with.
  private var crowded: String? {
    let counts = allPartnerships.map { (partnership: $0.partnership, count: $0.pairs.count) }
    guard let most = counts.map(\.count).max(), let least = counts.map(\.count).min(), most > 0 else {
      return nil
    }
    if most == least {
      return "Each \(title.one) has to do with \(Wording.plural(most, "plan"))."
    }
    let names = counts.filter { $0.count == most }.map(\.partnership.name)
    let who = names.count > 3 ? Wording.plural(names.count, title.one, title.many) : Wording.list(names)
    return
      "\(Wording.sentence(who)) \(Wording.form(names.count, "has", "have")) to do with most plans, \(Wording.grouped(most)); the fewest that any has are \(Wording.grouped(least))."
  }

  private var cellSentence: String? {
    guard let cells = allCells?.all, !cells.isEmpty else { return nil }
    let out = cells.filter { !$0.reasons.isEmpty }
    let counted = "\(Wording.plural(cells.count, "cell")) of partnership, board and trust"
    guard let first = out.first else { return "None of the \(counted) is out of line." }
    let parts = PartnershipCells.Reason.allCases.compactMap { reason -> String? in
      let some = cells.filter { $0.reasons.contains(reason) }
      return some.isEmpty
        ? nil
        : "\(reason.words(some.count)) (\(Wording.people(some.reduce(0) { $0 + $1.people })))"
    }
    let trust = first.trust.map { " and use \($0.name)" } ?? " and are in no catchment"
    return
      "Out of line are \(Wording.grouped(out.count)) of \(counted): \(Wording.list(parts)). The largest: \(Wording.people(first.people)) live in \(first.board.name) and in \(first.partnership.name)\(trust)."
  }
}
