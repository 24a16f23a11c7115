extension OverlapResult: DocumentedResult {
  /// The pairs, what is left over, and how both came about.
  public var document: Document {
    let (x, y) = (comparison.x.heading, comparison.y.heading)
    var blocks: [Document.Block] = [.paragraph(summary)]
    if !pairs.isEmpty { blocks.append(.table(table)) }
    let large = leftovers.filter { matters($0.values) }
    let small = leftovers.filter { !matters($0.values) }
    // What was not asked for is not there, which does not mean that there is nothing.
    if !leftovers.isEmpty || comparison.leftovers.isEmpty {
      blocks.append(.heading("Left over"))
      if !large.isEmpty {
        let what =
          comparison.unit == .patients
          ? "Patients of whom it is not told which of the other layer they go to, or come from, and ground that none of it covers."
          : "What no area of the other layer covers."
        blocks += [.paragraph(what), .table(leftoverTable(large))]
      }
      blocks.append(.paragraph(remainder(small, following: !large.isEmpty)))
    }
    blocks += [.heading("Notes"), .notes(notes)]
    return Document(title: "Overlap of \(x) and \(y)", blocks: blocks)
  }

  private var countsPeople: Bool { comparison.population != nil }

  private var summary: String {
    let (x, y) = comparison.titles
    let areas = "\(x.counted(comparison.x.count)) and \(y.counted(comparison.y.count))"
    let rows = comparison.rows
    guard !rows.isEmpty else { return "No pair to list between \(areas)." }
    let inside = Set(rows.filter { $0.relation == .within || $0.relation == .equal }.map(\.x)).count
    let weights = "Shares and relations are of \(comparison.unit.noun)."
    return
      "\(Wording.plural(rows.count, "pair")) between \(areas). \(Wording.grouped(inside)) of the \(x.many) \(Wording.form(inside, "lies", "lie")) within one \(y.one) (to at least \(Wording.setting(comparison.parameters.tolerance))). \(weights)"
  }

  private var table: Table {
    let columns =
      switch comparison.unit {
      case .squareMetres: ["area_m2", "x_share", "y_share"]
      case .people: ["area_m2", "population", "x_population_share", "y_population_share"]
      case .patients: ["area_m2", "patients", "x_patients_share", "y_patients_share"]
      }
    return Table(
      "pairs", Self.rowFields, rows: pairs, showing: conditions,
      names: ["x": comparison.x.name, "y": comparison.y.name]
    ).selecting(["x_code", "x_name", "y_code", "y_name"] + columns + ["relation"])
      .showing(
        mostOf: comparison.unit.column,
        leavingOut: countsPeople
          ? ["area_m2", "relation", "x_code", "y_code"] : ["relation", "x_code", "y_code"])
  }

  // MARK: What is left over

  /// What is left over of one area, whichever layer it belongs to.
  private struct Leftover: Sendable {
    let layer: String
    let area: NamedCode
    let values: LayerComparison.Row
  }

  private static let leftoverFields: [Field<Leftover>] = [
    .text("layer", "layer", "the layer") { $0.layer },
    .text("code", "code", "the area’s code") { $0.area.code },
    .text("name", "name", "its name") { $0.area.name },
    .area("area_m2", "area", "what is left over") { $0.values.area },
    .share("area_share", "share of its area", "its share of the area") {
      $0.values.xShare ?? $0.values.yShare
    },
    .people("population", "people", "the people there") { $0.values.people }.when(.people),
    .share("population_share", "share of its people", "their share of the area’s people") {
      $0.values.xPeopleShare ?? $0.values.yPeopleShare
    }.when(.people),
    .people("patients", "patients", "the patients") { $0.values.people }.when(.patients),
    .share("patients_share", "share of its patients", "their share of the area’s, or the trust’s, patients") {
      $0.values.xPeopleShare ?? $0.values.yPeopleShare
    }.when(.patients),
  ]

  private func leftoverTable(_ rows: [Row]) -> Table {
    let (x, y) = (comparison.x.name, comparison.y.name)
    let leftovers = rows.compactMap { row in
      row.x.map { Leftover(layer: x, area: $0, values: row.values) }
        ?? row.y.map { Leftover(layer: y, area: $0, values: row.values) }
    }
    return Table("leftovers", Self.leftoverFields, rows: leftovers, showing: conditions)
      .showing(
        // Where nobody lives the ground says what matters.
        mostOf: leftovers.contains { ($0.values.people ?? 0) > 0 }
          ? comparison.unit.column : "area_m2",
        leavingOut: ["area_share", "layer", "code"])
  }

  /// Whether a leftover is more than the width of a border: a hundredth of its area, or somebody lives there; of patients,
  /// of whom everywhere a few go to trusts that are not told, a hundredth.
  private func matters(_ row: LayerComparison.Row) -> Bool {
    if comparison.unit == .patients { return (row.xPeopleShare ?? row.yPeopleShare ?? 0) >= 0.01 }
    return (row.xShare ?? row.yShare ?? 0) >= 0.01 || (row.people ?? 0) >= 0.5
  }

  private func remainder(_ rows: [Row], following others: Bool) -> String {
    guard !rows.isEmpty else {
      return others ? "Nothing else is left over." : "Nothing: each layer covers the other."
    }
    let area = Wording.area(rows.reduce(0) { $0 + $1.values.area })
    guard comparison.unit != .patients else {
      return
        "\(Wording.plural(rows.count, others ? "more area" : "area")) \(Wording.form(rows.count, "has", "have")) less than 1% of \(Wording.form(rows.count, "its", "their")) patients left over. CSV and JSON list them."
    }
    let nobody = countsPeople ? " and no people" : ""
    return
      "\(Wording.plural(rows.count, others ? "more area" : "area")) \(Wording.form(rows.count, "has", "have")) less than 1% left over\(Wording.form(rows.count, "", " each")), \(area)\(nobody) in all: usually the two layers draw a border or the coast differently there. CSV and JSON list them."
  }
}
