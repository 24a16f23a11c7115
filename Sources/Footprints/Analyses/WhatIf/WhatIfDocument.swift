extension WhatIfResult: DocumentedResult {
  /// What changes, what that does, and what would help.
  public var document: Document {
    var blocks: [Document.Block] = []
    if let scenario { blocks.append(.list(scenario.changes.map { Wording.sentence($0.sentence) + "." })) }
    if scores != nil { blocks += scoreBlocks }
    if let impacts { blocks += impactBlocks(impacts) }
    if let profiles { blocks += profileBlocks(profiles) }
    if request.suggest > 0 { blocks += suggestionBlocks }
    blocks += [.heading("Notes"), .notes(notes)]
    return Document(title: title, blocks: blocks)
  }

  private var title: String {
    guard let scenario else { return "Changes of \(layer ?? "areas") that would help" }
    return "What if: \(scenario.name ?? "\(Wording.plural(scenario.changes.count, "change"))")"
  }

  private var scoreBlocks: [Document.Block] {
    guard let scores else { return [] }
    let (x, y) = (scores.before.comparison.x.name, scores.before.comparison.y.name)
    var blocks: [Document.Block] = [.heading("\(x) against \(y)")]
    let changed = measures.filter { $0.before != $0.after }
    if changed.isEmpty {
      blocks.append(.paragraph("No number of the two layers as a whole changes."))
    } else {
      blocks.append(.table(Table("measures", Self.measureFields, rows: changed)))
    }
    let areas = units.filter(\.isChanged)
    blocks.append(
      .paragraph(
        areas.isEmpty
          ? "No area changes."
          : "\(Wording.plural(areas.count, "area")) \(Wording.form(areas.count, "changes", "change")):"))
    if !areas.isEmpty {
      blocks.append(
        .table(
          Table("units", Self.rowFields, rows: areas).selecting([
            "code", "name", "mass_before", "mass_after", "best_partner_before", "best_partner_after",
            "best_share_before", "best_share_after", "verdicts_gained", "verdicts_lost",
          ]).showing(
            mostOf: "mass_after",
            leavingOut: [
              "verdicts_lost", "verdicts_gained", "best_partner_before", "best_partner_after", "name",
            ])))
    }
    return blocks
  }

  private func impactBlocks(_ impacts: BeforeAfter<ImpactResult>) -> [Document.Block] {
    let (old, new) = (impacts.before.impact, impacts.after.impact)
    func line(_ what: String, _ before: String, _ after: String) -> String {
      before == after ? "\(what): \(before), as before." : "\(what): \(after), before \(before)."
    }
    func money(_ impact: Impact) -> String { Wording.money(impact.amount) }
    func plans(_ impact: Impact) -> [String] { impact.plans.map(\.plan.id) }
    let gained = plans(new).filter { !plans(old).contains($0) }
    let lost = plans(old).filter { !plans(new).contains($0) }
    var lines = [
      line("Plans touched", "\(old.plans.count)", "\(new.plans.count)"),
      line("Schemes concerned cost", money(old), money(new)),
      line("Organisations that sign", "\(old.signatoriesTotal)", "\(new.signatoriesTotal)"),
      line(
        "People of the catchment", Wording.count(old.trust.population), Wording.count(new.trust.population)),
    ]
    if !gained.isEmpty { lines.append("Touched now, and not before: \(CodeList(gained)).") }
    if !lost.isEmpty { lines.append("Touched before, and not now: \(CodeList(lost)).") }
    return [.heading("Impact of \(new.trust.organisation.label)"), .list(lines)]
  }

  private func profileBlocks(_ profiles: BeforeAfter<ProfileResult>) -> [Document.Block] {
    let (old, new) = (profiles.before, profiles.after)
    let lines = new.tiers.map { tier -> String in
      let was = old.tiers.first { $0.tier.name == tier.tier.name }
      func words(_ tier: TierProfile?) -> String {
        guard let tier else { return "none" }
        let partners = Wording.plural(tier.partners.count, "partner")
        return "\(partners), corner index \(Wording.decimal(tier.cornerIndex, 3))"
      }
      let (before, after) = (words(was), words(tier))
      return before == after
        ? "\(tier.tier.name): \(after), as before." : "\(tier.tier.name): \(after); before \(before)."
    }
    return [.heading("Profile of \(new.organisation.label)"), .list(lines)]
  }

  private var suggestionBlocks: [Document.Block] {
    var blocks: [Document.Block] = [.heading("What would help")]
    if suggestions.isEmpty {
      blocks.append(.paragraph("No single change betters \(request.preset ?? request.measure)."))
    } else {
      blocks.append(
        .table(
          Table("suggestions", Self.suggestionFields, rows: suggestions)
            .selecting(["change", "before", "after", "gain", "population"])))
    }
    return blocks
  }
}
