extension ScoreResult: DocumentedResult {
  var countsPeople: Bool { comparison.population != nil }
  var noun: String { comparison.unit.noun }

  /// The scores with what each means, the plainest first.
  public var document: Document {
    let (x, y) = (comparison.x.heading, comparison.y.heading)
    var blocks: [Document.Block] = [.paragraph(answer), .list(sentences)]
    for side in [UnitScores.Side.x, .y] {
      let units = scores.units.filter { $0.side == side }
      let listed = self.units.filter { $0.side == side }
      blocks += [
        .heading(Wording.sentence(title(side).many)), .paragraph(cornerSentence(units, title(side))),
      ]
      if !listed.isEmpty { blocks.append(.table(table(listed))) }
    }
    blocks += [.heading("How to read the tables"), .list(legend)]
    blocks += [
      .heading("Policy tests"), .list(scores.presets.map(verdict) + [notApplied].compactMap(\.self)),
    ]
    blocks += [.heading("Further measures"), .list(furtherMeasures)]
    if let borders {
      blocks += [.heading("Borders"), .list(borders.answers + borders.details)]
    }
    blocks += [.heading("Notes"), .notes(notes)]
    return Document(title: "Coterminosity of \(x) and \(y), by \(noun)", blocks: blocks)
  }

  func title(_ side: UnitScores.Side) -> RoleTitle {
    side == .x ? comparison.titles.x : comparison.titles.y
  }

  // MARK: The system

  private var answer: String {
    let whole = scores.system.coterminous
    let (x, y) = comparison.titles
    return
      "\(Wording.grouped(whole.count)) of \(x.counted(whole.of)) \(Wording.form(whole.count, "is", "are")) coterminous with one \(y.one): each holds at least \(Wording.setting(whole.tolerance)) of the other’s \(noun)."
  }

  private var sentences: [String] {
    let system = scores.system
    let (x, y) = comparison.titles
    func three(_ pair: SystemScores.Directed) -> String {
      "\(Wording.decimal(pair.x, 3)) and \(Wording.decimal(pair.y, 3))"
    }
    // The measure counts areas that have anything to share. A share is 0 to 1.
    func inside(_ share: Double, _ count: Int) -> Int { Int((share * Double(count)).rounded()) }
    func counting(_ side: UnitScores.Side) -> Int { scores.units.count { $0.side == side && $0.mass > 0 } }
    let (xs, ys) = (counting(.x), counting(.y))
    let (xInside, yInside) = (
      inside(system.degreeOfHierarchy.x, xs), inside(system.degreeOfHierarchy.y, ys)
    )
    let withAny = xs < comparison.x.count || ys < comparison.y.count ? " that have any \(noun)" : ""
    let residents = countsPeople ? comparison.unit.possession : "hectares"
    var lines = [
      "Degree of hierarchy \(three(system.degreeOfHierarchy)): \(Wording.grouped(xInside)) of \(x.counted(xs)) \(Wording.form(xInside, "lies", "lie")) (to at least \(Wording.setting(system.coterminous.tolerance))) in one \(y.one), and \(Wording.grouped(yInside)) of \(y.counted(ys)) in one \(x.one)\(withAny.isEmpty ? "" : ", of those\(withAny)").",
      "Degree of fit \(three(system.degreeOfFit)): if each \(x.one) went to the \(y.one) that holds most of it, \(Wording.inWords(system.degreeOfFit.x)) of the \(residents) would be with their own \(y.one); the other way round, \(Wording.inWords(system.degreeOfFit.y)).",
    ]
    lines.append(splits)
    if let v = system.vMeasure {
      lines.append(
        "V-measure \(Wording.decimal(v.value, 3)) (homogeneity \(Wording.decimal(v.homogeneity, 3)), completeness \(Wording.decimal(v.completeness, 3))): 1 would mean that the two layers draw the same map, 0 that knowing one says nothing about the other. It is the same as normalised mutual information with the arithmetic mean."
      )
    } else if let reason = system.entropyReason {
      lines.append("No V-measure: \(reason).")
    }
    lines += [
      "Weighted best Jaccard \(three(system.weightedBestJaccard)), Mapcurves \(three(system.mapcurves)): how alike each \(x.one), then each \(y.one), is to its best match, 1 being identical.",
      "Not covered by the other layer: \(Wording.percent(system.uncoveredShare.x)) of the \(noun) of \(x.many), \(Wording.percent(system.uncoveredShare.y)) of \(y.many).",
    ]
    let slivers = system.sliverShare
    if slivers.x > 0 || slivers.y > 0 {
      lines.append(
        "In slivers, which are left out: \(Wording.percent(slivers.x)) of the \(noun) of \(x.many), \(Wording.percent(slivers.y)) of \(y.many)."
      )
    }
    return lines
  }

  // MARK: The areas

  private func cornerSentence(_ units: [UnitScores], _ title: RoleTitle) -> String {
    guard let corner = units.max(by: { ($0.cornerIndex, $1.unit.code) < ($1.cornerIndex, $0.unit.code) }),
      corner.cornerIndex > 0.5, let partner = corner.bestPartner
    else { return "None of them is mainly a corner of its partners’ footprints." }
    let partnerShare = shareOfPartner(corner)
    let (whose, there) =
      switch comparison.unit {
      case .squareMetres: ("area lies", "of which it is")
      case .people: ("residents live", "where they are")
      case .patients: ("patients are", "where they are")
      }
    return
      "The \(title.one) most in the corner of everybody else’s footprint is \(corner.unit.name) (corner index \(Wording.decimal(corner.cornerIndex, 2))): \(Wording.inWords(corner.bestShare)) of its \(whose) in \(partner.name), \(there) \(Wording.percent(partnerShare))\(countsPeople ? " of all \(comparison.unit.possession)" : "")."
  }

  /// The share of the best partner that lies in the unit.
  private func shareOfPartner(_ unit: UnitScores) -> Double {
    guard let partner = unit.bestPartner,
      let mass = scores.units.first(where: { $0.side != unit.side && $0.unit == partner })?.mass, mass > 0
    else { return 0 }
    return min(1, unit.bestShare * unit.mass / mass)
  }

  /// A unit as the table shows it: its mass in the unit it has, and its best partner by name.
  private func columns() -> [Field<UnitScores>] {
    let unit = comparison.unit
    let mass: Field<UnitScores> =
      unit.countsPersons
      ? .people("mass", unit.noun, "its \(unit.noun)") { $0.mass }
      : .area("mass", unit.noun, "its area") { $0.mass }
    let partner: Field<UnitScores> = .text("best_partner", "best partner", "its best partner’s name") {
      $0.bestPartner?.name ?? "none"
    }
    return [mass, partner]
      + Self.unitFields.filter { !["mass", "best_partner"].contains($0.description.name) }
  }

  private func table(_ units: [UnitScores]) -> Table {
    let table = Table("units", columns(), rows: units)
    let verdicts = table.columns.map(\.description.name).filter { $0.hasPrefix("verdict_") }
    return table.selecting(
      [
        "code", "name", "mass", "best_partner", "best_share", "best_jaccard", "partners",
        "effective_partners_shannon", "corner_index", "uncovered_share",
      ] + verdicts
    ).showing(
      mostOf: "mass",
      leavingOut: ["best_jaccard", "effective_partners_shannon", "partners", "uncovered_share"]
        + verdicts.reversed() + ["code", "mass", "corner_index"])
  }

  private var legend: [String] {
    [
      "share in it: the part of the area’s \(noun) that lies in its best partner.",
      "Jaccard: what the most similar pair has in common, over what the two have together; 1 is identical.",
      "partners, effective: how many areas of the other layer share its \(noun), and how many equal partners would mean the same spread (Shannon).",
      "corner: the corner index, 0 for an area whose partners lie wholly inside it, near 1 for a small corner of all its partners’ footprints.",
      "uncovered: the part of its \(noun) in no area of the other layer.",
    ]
  }

  private func verdict(_ preset: PolicyPreset) -> String {
    let counts = [UnitScores.Side.x, .y].compactMap { side -> String? in
      let verdicts = scores.units.filter { $0.side == side }.compactMap { $0.meets(preset.name) }
      return verdicts.isEmpty
        ? nil
        : "\(Wording.grouped(verdicts.count { $0 })) of \(title(side).counted(verdicts.count))"
    }
    let given = preset.numbers.contains(where: \.isGiven) ? ", with a number given for this analysis" : ""
    return
      "\(preset.name): met by \(Wording.list(counts)). Rule: \(preset.text)\(given). Source: \(preset.source)."
  }

  /// Which tests say nothing about these layers, and why.
  private var notApplied: String? {
    guard !scores.presetsNotApplied.isEmpty else { return nil }
    let tests = scores.presetsNotApplied.map { "\($0.preset.name) (\($0.reason))" }
    return "Not applied: \(tests.joined(separator: "; "))."
  }
}
