/// Degrees of heat in words: who is slowest, how far plans are apart, plan by plan.
struct HeatText {
  let heat: DegreesOfHeat
  /// Whose plans: "the plans", "its Better Care Fund plans".
  let plans: String
  /// What they hold shares of: "the trust’s catchment".
  let whole: String
  /// Which schemes are meant: "the schemes concerned".
  let schemes: String
  /// Whether people are counted.
  let countsPeople: Bool

  /// Whether there is more than one plan to compare.
  var hasSpread: Bool { heat.plans.count > 1 }

  /// Who is slowest and who is fastest, in one sentence; nil where all are alike or none is known.
  var sentence: String? {
    guard hasSpread, heat.maturity.differ else { return nil }
    return
      "\(Wording.sentence(plans)) run at different degrees of heat: the slowest \(isOrAre(heat.maturity.least)) \(names(heat.maturity.least)) (\(level(heat.maturity.least))), the fastest \(names(heat.maturity.most)) (\(level(heat.maturity.most)))."
  }

  /// How far plans are apart, measure by measure.
  var lines: [String] { [maturity, starts, pounds, legend] }

  private var legend: String {
    "In the table, share is the part of \(whole) that the plan holds, and mean level that of its schemes, from 1 (not yet established) to 5 (exemplary)."
  }

  /// The plans, the largest first.
  var table: Table {
    let level: Field<PlanHeat> = .text("maturity", "maturity", "") { plan in
      plan.meanLevel.map { MaturityLevel.words(mean: $0) } ?? "unknown"
    }
    let start: Field<PlanHeat> = .text("start", "first began", "") { $0.firstStart ?? "unknown" }
    let pounds: Field<PlanHeat> = .text("pounds", "a head", "") { plan in
      plan.poundsPerHead.map {
        (plan.schemesWithoutAmount > 0 ? "at least " : "") + "£" + Wording.decimal($0, 2)
      } ?? "unknown"
    }
    return Table("heat", HeatFields.plans + [level, start, pounds], rows: heat.plans).selecting(
      ["plan_id", "name", "share", "schemes", "mean_level", "maturity", "start"]
        + (countsPeople ? ["pounds"] : [])
    ).showing(mostOf: "share", leavingOut: ["plan_id", "schemes", "mean_level", "pounds", "start"])
  }

  private var count: Int { heat.plans.reduce(0) { $0 + $1.schemes } }

  private var maturity: String {
    let known = MaturityLevel.allCases.map { (level: $0, count: heat.schemes(at: $0)) }.filter {
      $0.count > 0
    }
    let unknown =
      heat.unknownMaturity > 0
      ? [
        "\(Wording.grouped(heat.unknownMaturity)) \(Wording.form(heat.unknownMaturity, "does", "do")) not say"
      ] : []
    guard !known.isEmpty else {
      return "Maturity: none of \(schemes) says how far it has come (\(Wording.plural(count, "scheme")))."
    }
    let parts = known.map { "\(Wording.grouped($0.count)) \($0.level.words)" } + unknown
    let spread =
      heat.maturity.differ
      ? " By the mean level of its schemes the least mature \(isOrAre(heat.maturity.least)) \(names(heat.maturity.least)) (\(level(heat.maturity.least))), the most mature \(names(heat.maturity.most)) (\(level(heat.maturity.most)))\(apart)."
      : hasSpread ? " All plans whose maturity is known are alike on average." : ""
    return
      "Maturity in the High Impact Change Model: of \(Wording.plural(count, "scheme")) \(Wording.list(parts)).\(spread)"
  }

  private var apart: String {
    heat.levelsApart.map { ", \(Wording.number(Double(Int(($0 * 10).rounded())) / 10)) levels apart" } ?? ""
  }

  private var starts: String {
    let unknown =
      heat.unknownStarts > 0
      ? " \(Wording.plural(heat.unknownStarts, "scheme")) \(Wording.form(heat.unknownStarts, "gives", "give")) no date."
      : ""
    guard let first = heat.starts.least.first?.firstStart, let last = heat.starts.most.first?.firstStart
    else { return "Start: none of \(schemes) says when it began (\(Wording.plural(count, "scheme")))." }
    guard heat.starts.differ else {
      return "Start: the first schemes of all plans whose dates are known began \(first).\(unknown)"
    }
    let span = heat.monthsApart.map { months in months > 0 ? ", \(Self.time(months)) apart" : "" } ?? ""
    return
      "Start, by the first scheme of each plan: \(names(heat.starts.least)) began first (\(first)), \(names(heat.starts.most)) last (\(last))\(span).\(unknown)"
  }

  private var pounds: String {
    guard countsPeople else { return "Pounds a head are not known, because people are not counted." }
    guard let least = heat.poundsPerHead.least.first?.poundsPerHead,
      let most = heat.poundsPerHead.most.first?.poundsPerHead
    else { return "Pounds a head: none of \(schemes) gives an amount." }
    let unknown =
      heat.schemesWithoutAmount > 0
      ? " \(Wording.plural(heat.schemesWithoutAmount, "scheme")) \(Wording.form(heat.schemesWithoutAmount, "gives", "give")) no amount, so that sums are too small."
      : ""
    guard heat.poundsPerHead.differ else {
      return
        "Pounds a head of the plan’s area: £\(Wording.decimal(least, 2)) in all plans that give amounts.\(unknown)"
    }
    let times = heat.poundsRatio.map { ", \(Wording.decimal($0, 1)) times as much" } ?? ""
    return
      "Pounds a head of the plan’s area: from £\(Wording.decimal(least, 2)) (\(names(heat.poundsPerHead.least))) to £\(Wording.decimal(most, 2)) (\(names(heat.poundsPerHead.most)))\(times).\(unknown)"
  }

  private func isOrAre(_ plans: [PlanHeat]) -> String { Wording.form(plans.count, "is", "are") }

  private func names(_ plans: [PlanHeat]) -> String {
    let names = plans.prefix(3).map { $0.plan.name.isEmpty ? $0.plan.code : $0.plan.name }
    let more = plans.count - names.count
    return Wording.list(names + (more > 0 ? ["\(Wording.plural(more, "other"))"] : []))
  }

  private func level(_ plans: [PlanHeat]) -> String {
    plans.first?.meanLevel.map { MaturityLevel.words(mean: $0) } ?? "unknown"
  }

  /// "2 years and 6 months", "1 month".
  private static func time(_ months: Int) -> String {
    let parts = [(months / 12, "year"), (months % 12, "month")].filter { $0.0 > 0 }
    return Wording.list(parts.map { Wording.plural($0.0, $0.1) })
  }
}
