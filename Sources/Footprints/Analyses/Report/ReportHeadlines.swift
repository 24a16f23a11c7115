extension ReportResult {
  /// The numbers that matter most, at most three.
  public var headlines: [Headline] {
    if let impact { return impact.headlines }
    if let profile { return profile.headlines }
    if let score { return score.headlines }
    return packageHeadlines
  }

  /// Who signs the plans that the change touches, plan by plan.
  var agreements: [Agreement] {
    (impact?.impact.plans ?? []).flatMap { plan in
      plan.signatories.map { Agreement(plan: plan.plan, partner: $0) }
    }
  }

  private var packageHeadlines: [Headline] {
    let count = layers?.layers.count ?? 0
    var lines = [
      Headline(Wording.grouped(count), Wording.form(count, "layer of boundaries", "layers of boundaries"))
    ]
    if let summary = check?.summary {
      lines += [
        Headline(
          Wording.grouped(summary.errors), "\(Wording.form(summary.errors, "error", "errors")) in them"),
        Headline(
          Wording.grouped(summary.warnings),
          "\(Wording.form(summary.warnings, "warning", "warnings")) about them"),
      ]
    }
    return lines
  }
}

extension ImpactResult {
  fileprivate var headlines: [Headline] {
    let count = impact.plans.count
    let set = impact.smallestSet
    return [
      Headline(
        Wording.grouped(count),
        "Better Care Fund \(Wording.form(count, "plan", "plans")) touched, signed by \(Wording.plural(impact.signatoriesTotal, "organisation"))"
      ),
      Headline(
        Wording.roundMoney(impact.amount),
        impact.schemesWithoutAmount == 0
          ? "spent on the schemes concerned"
          : "at least, spent on the schemes concerned (\(Wording.plural(impact.schemesWithoutAmount, "scheme")) without an amount)"
      ),
      Headline(
        Wording.grouped(set.plans.count),
        "\(Wording.form(set.plans.count, "plan has", "plans have")) to agree to cover \(Wording.percent(set.coverage)) of the catchment"
      ),
    ]
  }
}

extension ProfileResult {
  fileprivate var headlines: [Headline] {
    let corner = tiers.max { $0.cornerIndex < $1.cornerIndex }
    let partners = tiers.reduce(0) { $0 + $1.partners.count }
    var lines = [
      Headline(
        unit == .squareMetres ? Wording.area(mass) : Wording.count(mass),
        unit == .squareMetres ? "of ground" : unit.noun),
      Headline(
        Wording.grouped(partners),
        "\(Wording.form(partners, "partner", "partners")) in \(Wording.plural(tiers.count, "other tier"))"),
    ]
    if let corner {
      lines.append(
        Headline(
          Wording.decimal(corner.cornerIndex, 2),
          "corner index among \(corner.tier.title.place.many): 0 is the middle of its partners, near 1 a small corner of all of them"
        ))
    }
    return lines
  }
}

extension ScoreResult {
  fileprivate var headlines: [Headline] {
    let whole = scores.system.coterminous
    let (x, y) = comparison.titles
    let pairs = comparison.rows.count
    return [
      Headline(
        "\(Wording.grouped(whole.count)) of \(Wording.grouped(whole.of))",
        "\(x.many) coterminous with one \(y.one)"),
      Headline(
        Wording.percent(scores.system.degreeOfFit.x),
        "of \(noun) would be with their own \(y.one) if every \(x.one) went to one"),
      Headline(Wording.grouped(pairs), "\(Wording.form(pairs, "pair", "pairs")) that overlap"),
    ]
  }
}
