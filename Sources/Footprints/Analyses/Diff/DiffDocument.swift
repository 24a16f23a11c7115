extension DiffResult: DocumentedResult {
  /// How much changed, then the changes; areas that are the same are counted only.
  public var document: Document {
    var blocks: [Document.Block] = [.paragraph(summary)]
    let changed = request.place == nil ? rows.filter { $0.change.kind != .same } : rows
    if changed.isEmpty {
      blocks.append(.paragraph("No change is listed."))
    }
    for step in steps.indices {
      let own = changed.filter { $0.step == step }
      guard !own.isEmpty else { continue }
      if steps.count > 1 { blocks.append(.heading("\(own[0].from) to \(own[0].to)")) }
      var columns = ["old_code", "old_name", "new_code", "new_name", "kind", "old_share", "new_share"]
      columns += countsPeople ? ["population", "area_m2"] : ["area_m2"]
      blocks.append(
        .table(
          Table("areas", Self.rowFields, rows: own, showing: conditions).selecting(columns)
            .showing(
              mostOf: countsPeople ? "population" : "area_m2",
              leavingOut: (countsPeople ? ["area_m2"] : []) + ["old_code", "new_code", "new_share"])))
    }
    blocks += [.heading("Notes"), .notes(notes)]
    return Document(title: title, blocks: blocks)
  }

  private var title: String {
    let names = steps.prefix(1).map(\.comparison.x.name) + steps.map(\.comparison.y.name)
    let whole = "Changes from \(names[0]) to \(names[names.count - 1])"
    return request.place.map { "\(whole): \($0)" } ?? whole
  }

  private var summary: String {
    let sentences = steps.map { step in
      let (x, y) = (step.comparison.x, step.comparison.y)
      func count(_ kind: LayerChanges.Kind) -> Int { step.rows.count { $0.kind == kind } }
      let same = count(.same)
      let codes = [
        (count(.renamed), "with another name"), (count(.recoded), "with another code and the same border"),
      ].filter { $0.0 > 0 }.map { "\(Wording.grouped($0.0)) \($0.1)" }
      let moved = step.rows.filter { $0.old != nil && $0.new != nil && !$0.goesOn }
      var text =
        "\(x.name) has \(Wording.plural(x.count, "area")), \(y.name) \(Wording.grouped(y.count)): \(Wording.grouped(same)) the same"
      text += codes.isEmpty ? "." : ", \(Wording.list(codes))."
      if moved.isEmpty {
        text += " No border moved."
      } else {
        let people = moved.compactMap(\.values.people).reduce(0, +)
        let ground = Wording.area(moved.reduce(0) { $0 + $1.values.area })
        let what = step.comparison.population == nil ? ground : "\(Wording.people(people)), on \(ground),"
        text += " \(Wording.sentence(what)) passed to another area: \(Wording.plural(moved.count, "pair"))."
      }
      let (new, gone) = (count(.new), count(.gone))
      if new + gone > 0 {
        text +=
          " \(Wording.plural(new, "piece")) of ground \(Wording.form(new, "was", "were")) in no area before, and \(Wording.grouped(gone)) \(Wording.form(gone, "is", "are")) in none now."
      }
      return text
    }
    return sentences.joined(separator: " ")
  }
}

extension DiffResult: GeographicResult {
  /// The ground of every change that is listed, in longitude and latitude.
  public func features() throws(FootprintsError) -> FeatureCollection {
    let jobs = steps[0].comparison.jobs
    let listed = rows.filter { $0.change.kind != .same || request.place != nil }
    var shapes: [MultiPolygonArray] = []
    for (place, step) in steps.enumerated() {
      let own = listed.filter { $0.step == place }.map(\.values)
      if own.isEmpty { continue }
      shapes.append(
        try step.comparison.outlines(of: own).inSevenDecimals(
          reversing: step.comparison.x.origin.transformation, on: step.comparison.x.gridded.grid, jobs: jobs))
    }
    var features = FeatureCollection(
      name: "changes",
      rounded: shapes.isEmpty ? MultiPolygonArray() : MultiPolygonArray(joining: shapes, jobs: jobs),
      properties: Table("areas", Self.rowFields, rows: listed, showing: conditions))
    features.identifiers = listed.map { row in
      (steps.count > 1 ? "\(row.step + 1)-" : "") + "\(row.old?.code ?? "")-\(row.new?.code ?? "")"
    }
    features.jobs = jobs
    return features
  }
}
