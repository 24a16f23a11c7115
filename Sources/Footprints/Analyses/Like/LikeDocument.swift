extension LikeResult: DocumentedResult {
  /// Who is most alike, then each with what it has in common and where it differs.
  public var document: Document {
    var blocks: [Document.Block] = [.paragraph(summary)]
    if !nearest.isEmpty {
      blocks.append(
        .table(
          Table("like", Self.rowFields, rows: nearest)
            .selecting(["code", "name", "distance", "measures_compared"])
            .showing(leavingOut: ["measures_compared"])))
    }
    for row in nearest {
      let name = row.area.name == row.area.code ? row.area.code : "\(row.area.name) (\(row.area.code))"
      let common =
        row.inCommon.isEmpty
        ? "In common: nothing much." : "In common: \(row.inCommon.joined(separator: "; "))."
      let differs =
        row.differs.isEmpty
        ? "It differs in nothing much." : "It differs: \(row.differs.joined(separator: "; "))."
      blocks += [.heading(name), .list([common, differs])]
    }
    blocks += [.heading("Notes"), .notes(notes)]
    let code = organisation.name == organisation.code ? "" : " (\(organisation.code))"
    return Document(title: "Places like \(organisation.name)\(code), by \(unit.noun)", blocks: blocks)
  }

  private var summary: String {
    let others = tier.units.count - 1
    guard others > 0 else { return "\(organisation.name) is the only \(tier.title.one)." }
    guard let first = likeness.neighbours.first else {
      return "Too little is known to compare \(organisation.name) with the other \(tier.title.many)."
    }
    let name = tier.units[first.unit].name
    let between = Wording.percent(first.distance)
    return
      "Of \(Wording.plural(others, "other \(tier.title.one)", "other \(tier.title.many)")), \(name) is the most like \(organisation.name): on average \(between) of them lie between the two."
  }

  /// How areas are compared, what is not known, and who is equally alike.
  public var notes: [Note] {
    var notes = [
      Note(
        "Distance: areas are put in order by each measure, and two are as far apart as the share of places between them; 0 is the same in everything. Measures of one kind count together as one."
      )
    ]
    if nearest.count > request.nearest {
      notes.append(
        Note(
          "\(Wording.grouped(nearest.count)) are listed where \(Wording.grouped(request.nearest)) \(Wording.form(request.nearest, "was", "were")) asked for, because the last are equally alike."
        ))
    }
    if !likeness.unknown.isEmpty {
      notes.append(
        Note(
          "Not known of \(organisation.name), and not compared: \(Wording.list(likeness.unknown.map(\.words)))."
        ))
    }
    if !likeness.same.isEmpty {
      notes.append(
        Note("The same for all, and not compared: \(Wording.list(likeness.same.map(\.words)))."))
    }
    let partly = likeness.measures.filter { $0.values.contains { $0 == nil } }
    if !partly.isEmpty {
      notes.append(
        Note(
          "Not known of every area: \(Wording.list(partly.map(\.words))); areas are compared by what is known of both."
        ))
    }
    if !likeness.notCompared.isEmpty {
      let codes = CodeList(likeness.notCompared.map { tier.units[$0].code })
      notes.append(Note("Not compared, because less than half is known of them: \(codes)."))
    }
    if !otherTiers.isEmpty {
      notes.append(
        Note(
          "\(organisation.code) is in \(CodeList(otherTiers)) as well; here it is one of the \(tier.title.many).",
          reason: .severalTiers))
    }
    return notes
  }
}
