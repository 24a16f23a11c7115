extension ReportResult: IllustratedResult {
  /// Whoever reads it has nothing else to read.
  public static var standsAlone: Bool { true }

  /// None beside those of its parts, which stand where their parts do.
  public func figures() -> [Figure] { [] }

  /// The answer, then what each analysis says.
  public var document: Document {
    var blocks: [Document.Block] = [.paragraph(introduction), .headlines(headlines)]
    if let impact {
      let part = impact.illustrated
      blocks += part.section("What the change touches")
      blocks += agreementBlocks
    }
    if let overlap { blocks += overlap.illustrated.section("Who overlaps whom") }
    if let score { blocks += score.illustratedBesides(overlap).section("How coterminous they are") }
    if let profile {
      blocks += profile.illustrated.section("\(profile.organisation.name) against every tier")
    }
    if let layers { blocks += layers.document.section("What the package has") }
    blocks += tierBlocks
    if let check { blocks += checkBlocks(check) }
    if let sensitivity {
      blocks += sensitivity.document(listing: Self.mostConclusions).section("How sure the conclusions are")
    }
    return Document(title: title, blocks: blocks)
  }

  /// Whoever wants to read of more asks for the analysis itself.
  private static let mostConclusions = 20

  private var title: String {
    if let impact { return "\(impact.impact.trust.organisation.name): \(impact.impact.process.name)" }
    if let profile { return profile.organisation.name }
    if let overlap { return "\(overlap.comparison.x.heading) and \(overlap.comparison.y.heading)" }
    return layers?.title ?? "Boundaries"
  }

  private var introduction: String {
    if let impact {
      let trust = impact.impact.trust.organisation.name
      return
        "Which Better Care Fund plans are touched if \(trust) changes \(impact.impact.process.name): whose money, which schemes, who must sign, and in how many ways the trust would have to run the process."
    }
    if let profile {
      return
        "Whom \(profile.organisation.name) shares its \(profile.unit.noun) with in every other tier, who holds most of it, and whose corner it is."
    }
    if let overlap {
      let (x, y) = overlap.comparison.titles
      return
        "Which \(x.many) and \(y.many) overlap, by how much of their \(overlap.comparison.unit.noun), and how far the two are the same map."
    }
    return
      "What boundaries and tables there are, how coterminous the tiers are, and what does not fit."
  }

  private var agreementBlocks: [Document.Block] {
    guard !agreements.isEmpty else { return [] }
    let dates = Set(agreements.map(\.plan.periodEnd)).filter { !$0.isEmpty }.sorted()
    let until =
      dates.isEmpty
      ? "The plans do not say until when they run."
      : dates.count == 1
        ? "All plans run until \(dates[0]): a change for the time after that has to be in what follows them."
        : "Plans end between \(dates[0]) and \(dates[dates.count - 1]): the first of these dates decides."
    return [
      .heading("Who must agree, and by when"),
      .paragraph(
        "\(Wording.plural(impact?.impact.signatoriesTotal ?? 0, "organisation")) sign the plans that the change touches. \(until)"
      ),
      .table(
        Table("agreements", Agreement.fields, rows: agreements).selecting([
          "plan_name", "code", "name", "kind", "period_end",
        ])),
    ]
  }

  private var tierBlocks: [Document.Block] {
    guard !tiers.isEmpty else { return [] }
    return [
      .heading("How coterminous its tiers are"),
      .paragraph(
        "For every two tiers: how many areas of the first are the same as one of the second, how much of it would be with its own area if every area went to one, and how many areas of it lie within one. score shows more of any two."
      ), .table(Table("tiers", TierPair.fields, rows: tiers)),
    ]
  }

  private func checkBlocks(_ check: CheckResult) -> [Document.Block] {
    let others =
      check.summary.errors + check.summary.warnings + check.summary.information - check.rows.count
    var part = check.illustrated
    // What is said of all findings comes first; here only some are listed.
    if others > 0 {
      part.blocks[0] = .paragraph(
        check.rows.isEmpty
          ? "Nothing was found about the areas of this report; \(Wording.plural(others, "finding")) \(Wording.form(others, "is", "are")) about others of these layers."
          : "\(Wording.plural(check.rows.count, "finding")) about the areas of this report; \(Wording.grouped(others)) more about others of these layers. check lists all."
      )
    }
    return part.section("Conflicts of the boundaries")
  }
}

extension ScoreResult {
  /// Its document with the pictures that another about the same layers has not got.
  fileprivate func illustratedBesides(_ overlap: OverlapResult?) -> Document {
    var document = illustrated
    let drawn = Set(overlap?.figures().map(\.title) ?? [])
    document.blocks.removeAll { block in
      if case .figure(let figure) = block { drawn.contains(figure.title) } else { false }
    }
    return document
  }
}
