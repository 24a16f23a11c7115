extension OverlapResult: DocumentedResult {
  /// The pairs, what is left over, and how both came about.
  public var document: Document {
    let (x, y) = (comparison.x.name, comparison.y.name)
    var blocks: [Document.Block] = [.paragraph(summary)]
    if !comparison.rows.isEmpty { blocks.append(.table(table)) }
    let large = comparison.leftovers.filter(Self.matters)
    let small = comparison.leftovers.filter { !Self.matters($0) }
    blocks.append(.heading("Left over"))
    if !large.isEmpty {
      blocks += [.paragraph("What no area of the other layer covers."), .table(leftoverTable(large))]
    }
    blocks += [.paragraph(remainder(small, following: !large.isEmpty)), .heading("Notes"), .notes(notes)]
    return Document(title: "Overlap of \(x) and \(y)", blocks: blocks)
  }

  private var countsPeople: Bool { comparison.population != nil }

  private var summary: String {
    let (x, y) = (comparison.x, comparison.y)
    let areas =
      "\(Wording.plural(x.count, "\(x.name) area")) and \(Wording.plural(y.count, "\(y.name) area"))"
    let rows = comparison.rows
    guard !rows.isEmpty else { return "No pair to list between \(areas)." }
    let inside = Set(rows.filter { $0.relation == .within || $0.relation == .equal }.map(\.x)).count
    let weights = countsPeople ? "Shares and relations are of people." : "Shares and relations are of area."
    return
      "\(Wording.plural(rows.count, "pair")) between \(areas). \(Wording.grouped(inside)) of the \(x.name) areas \(inside == 1 ? "lies" : "lie") within one \(y.name) area (to at least \(Wording.setting(comparison.parameters.tolerance))). \(weights)"
  }

  private var table: Table {
    let columns =
      countsPeople
      ? ["area_m2", "population", "x_population_share", "y_population_share"]
      : ["area_m2", "x_share", "y_share"]
    return Table(
      "pairs", Self.rowFields, rows: comparison.rows.map(row), showing: conditions,
      names: ["x": comparison.x.name, "y": comparison.y.name]
    ).selecting(["x_code", "x_name", "y_code", "y_name"] + columns + ["relation"])
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
    .text("code", "code", "the area's code") { $0.area.code },
    .text("name", "name", "its name") { $0.area.name },
    .area("area_m2", "area", "what is left over") { $0.values.area },
    .share("area_share", "share of its area", "its share of the area") {
      $0.values.xShare ?? $0.values.yShare
    },
    .people("population", "people", "the people there") { $0.values.people }.when(.people),
    .share("population_share", "share of its people", "their share of the area's people") {
      $0.values.xPeopleShare ?? $0.values.yPeopleShare
    }.when(.people),
  ]

  private func leftoverTable(_ rows: [LayerComparison.Row]) -> Table {
    let (x, y) = (comparison.x, comparison.y)
    let leftovers = rows.compactMap { row in
      row.x.map { Leftover(layer: x.name, area: x.unit($0), values: row) }
        ?? row.y.map { Leftover(layer: y.name, area: y.unit($0), values: row) }
    }
    return Table("leftovers", Self.leftoverFields, rows: leftovers, showing: conditions)
  }

  /// Whether a leftover is more than the width of a border: a hundredth of its area, or somebody lives there.
  private static func matters(_ row: LayerComparison.Row) -> Bool {
    (row.xShare ?? row.yShare ?? 0) >= 0.01 || (row.people ?? 0) >= 0.5
  }

  private func remainder(_ rows: [LayerComparison.Row], following others: Bool) -> String {
    guard !rows.isEmpty else {
      return others ? "Nothing else is left over." : "Nothing: each layer covers the other."
    }
    let area = Wording.area(rows.reduce(0) { $0 + $1.area })
    let nobody = countsPeople ? " and no people" : ""
    return
      "\(Wording.plural(rows.count, others ? "more area" : "area")) \(rows.count == 1 ? "has" : "have") less than 1% left over\(rows.count == 1 ? "" : " each"), \(area)\(nobody) in all: usually the two layers draw a border or the coast differently there. CSV and JSON list them."
  }
}
