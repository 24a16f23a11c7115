/// An overlap analysis in every form it is given out in.
public struct OverlapReport: Sendable {
  let analysis: OverlapAnalysis
  let inputs: Inputs

  /// Reports an analysis made from these inputs.
  public init(_ analysis: OverlapAnalysis, inputs: Inputs) {
    self.analysis = analysis
    self.inputs = inputs
  }

  private var countsPeople: Bool { analysis.population != nil }

  /// The names of the values of a row, in CSV and JSON.
  static func columns(people: Bool) -> [String] {
    [
      "x_code", "x_name", "y_code", "y_name", "area_m2", "x_share", "y_share", "jaccard", "mean_width_m",
      "relation",
    ]
      + (people ? ["population", "x_population_share", "y_population_share"] : [])
  }

  /// The values of a row, in the order of the columns; null where there is none.
  func values(_ row: OverlapAnalysis.Row) -> [JSONValue] {
    let (x, y) = (analysis.x, analysis.y)
    let start: [JSONValue] = [
      JSONValue(row.x.map { x.codes[$0] }), JSONValue(row.x.map { x.names[$0] }),
      JSONValue(row.y.map { y.codes[$0] }),
      JSONValue(row.y.map { y.names[$0] }), .number(row.area), JSONValue(row.xShare), JSONValue(row.yShare),
      JSONValue(row.jaccard), JSONValue(row.meanWidth), JSONValue(row.relation?.rawValue),
    ]
    return start
      + (countsPeople
        ? [JSONValue(row.people), JSONValue(row.xPeopleShare), JSONValue(row.yPeopleShare)] : [])
  }

  /// One row a pair, then the left-overs with an empty code on the other side.
  public var csv: String {
    var writer = CSVWriter()
    writer.append(Self.columns(people: countsPeople))
    for row in analysis.rows + analysis.leftovers { writer.append(values(row).map(\.cell)) }
    return writer.text
  }

  /// The whole analysis.
  public var json: JSONValue {
    let names = Self.columns(people: countsPeople)
    func object(_ row: OverlapAnalysis.Row) -> JSONValue {
      .object(zip(names, values(row)).map { JSONValue.Member($0, $1) })
    }
    return Provenance(inputs).envelope(
      command: "overlap", parameters: parameters,
      results: [
        "pairs": .array(analysis.rows.map(object)), "leftovers": .array(analysis.leftovers.map(object)),
        "slivers": leftOut(analysis.slivers), "below_min_share": leftOut(analysis.belowMinimum),
      ])
  }

  /// What was asked for and how defaults were filled in.
  var parameters: JSONValue {
    let asked = analysis.parameters
    return [
      "x": .string(analysis.x.name), "y": .string(analysis.y.name),
      "weights": .string(countsPeople ? Weights.population.rawValue : Weights.area.rawValue),
      "membership": JSONValue(analysis.population?.method.rawValue), "min_share": .number(asked.minimumShare),
      "sliver_width_m": .number(analysis.sliverRule.width),
      "sliver_width_from": .string(analysis.sliverRule.reason),
      "keep_slivers": .bool(asked.keepsSlivers), "tolerance": .number(asked.tolerance),
    ]
  }

  private func leftOut(_ leftOut: OverlapAnalysis.LeftOut) -> JSONValue {
    var members: [JSONValue.Member] = [
      .init("count", .integer(leftOut.count)), .init("area_m2", .number(leftOut.area)),
    ]
    if countsPeople { members.append(.init("population", .number(leftOut.people))) }
    return .object(members)
  }

  /// The analysis for people.
  public var document: Document {
    let (x, y) = (analysis.x, analysis.y)
    var blocks: [Document.Block] = [.paragraph(summary)]
    if !analysis.rows.isEmpty { blocks.append(.table(table(analysis.rows))) }
    let large = analysis.leftovers.filter(Self.matters)
    let small = analysis.leftovers.filter { !Self.matters($0) }
    blocks.append(.heading("Left over"))
    if !large.isEmpty {
      blocks += [.paragraph("What no area of the other layer covers."), .table(leftovers(large))]
    }
    blocks += [.paragraph(remainder(small, besides: !large.isEmpty)), .heading("Notes"), .list(notes)]
    return Document(
      title: "Overlap of \(x.name) and \(y.name)", blocks: blocks, footer: Provenance(inputs).footer)
  }

  private var summary: String {
    let (x, y) = (analysis.x, analysis.y)
    let areas =
      "\(Wording.plural(x.count, "\(x.name) area")) and \(Wording.plural(y.count, "\(y.name) area"))"
    guard !analysis.rows.isEmpty else { return "No pair to list between \(areas)." }
    let inside = Set(analysis.rows.filter { $0.relation == .within || $0.relation == .equal }.map(\.x)).count
    let weights = countsPeople ? "Shares are of people, relations of area." : "Shares are of area."
    return
      "\(Wording.plural(analysis.rows.count, "pair")) between \(areas). \(Wording.grouped(inside)) of the \(x.name) areas \(inside == 1 ? "lies" : "lie") within one \(y.name) area (to at least \(Wording.setting(analysis.parameters.tolerance))). \(weights)"
  }

  /// Whether a left-over is more than the width of a border: a hundredth of its area, or somebody lives there.
  private static func matters(_ row: OverlapAnalysis.Row) -> Bool {
    (row.xShare ?? row.yShare ?? 0) >= 0.01 || (row.people ?? 0) >= 0.5
  }

  private func remainder(_ rows: [OverlapAnalysis.Row], besides others: Bool) -> String {
    guard !rows.isEmpty else {
      return others ? "Nothing else is left over." : "Nothing: each layer covers the other."
    }
    let area = Wording.area(rows.reduce(0) { $0 + $1.area })
    let nobody = countsPeople ? " and no people" : ""
    return
      "\(Wording.plural(rows.count, others ? "more area" : "area")) \(rows.count == 1 ? "has" : "have") less than 1% left over\(rows.count == 1 ? "" : " each"), \(area)\(nobody) in all: as a rule the two layers draw a border or the coast differently there. CSV and JSON list them."
  }

  /// What a reader needs to know about how the pairs were chosen.
  public var notes: [String] {
    var notes: [String] = []
    let slivers = analysis.slivers
    let rule =
      "narrower than \(Wording.decimal(analysis.sliverRule.width, 1)) m (\(analysis.sliverRule.reason))"
    let people = countsPeople ? " and \(Wording.people(slivers.people))" : ""
    notes.append(
      slivers.count == 0
        ? "No slivers \(rule)."
        : "\(Wording.plural(slivers.count, "sliver")) \(rule), \(Wording.area(slivers.area))\(people) in all, \(analysis.parameters.keepsSlivers ? "listed with the rest" : "left out; --keep-slivers lists them")."
    )
    let below = analysis.belowMinimum
    if below.count > 0 {
      notes.append(
        "\(Wording.plural(below.count, "pair")) below the minimum share of \(Wording.setting(analysis.parameters.minimumShare)), \(Wording.area(below.area)) in all, left out."
      )
    }
    if let population = analysis.population {
      notes.append(
        "People: \(population.method.explanation); \(Wording.plural(population.xStraddling, "brick")) straddle\(population.xStraddling == 1 ? "s" : "") a border of \(analysis.x.name), \(Wording.grouped(population.yStraddling)) of \(analysis.y.name)."
      )
    }
    return notes
  }

  private func table(_ rows: [OverlapAnalysis.Row]) -> DocumentTable {
    let (x, y) = (analysis.x, analysis.y)
    var columns: [DocumentTable.Column] = [
      .words(x.name), .words("\(x.name) name"), .words(y.name), .words("\(y.name) name"), .numbers("area"),
    ]
    if countsPeople { columns.append(.numbers("people")) }
    columns += [.numbers("share of \(x.name)"), .numbers("share of \(y.name)"), .words("relation")]
    return DocumentTable(
      columns,
      rows.map { row in
        var cells = [
          row.x.map { x.codes[$0] } ?? "", row.x.map { x.names[$0] } ?? "", row.y.map { y.codes[$0] } ?? "",
          row.y.map { y.names[$0] } ?? "", Wording.area(row.area),
        ]
        if countsPeople { cells.append(row.people.map(Wording.count) ?? "") }
        return cells + [
          Wording.percent(row.xPeopleShare ?? row.xShare), Wording.percent(row.yPeopleShare ?? row.yShare),
          row.relation?.rawValue ?? "",
        ]
      })
  }

  private func leftovers(_ rows: [OverlapAnalysis.Row]) -> DocumentTable {
    var columns: [DocumentTable.Column] = [
      .words("layer"), .words("code"), .words("name"), .numbers("area"), .numbers("share of its area"),
    ]
    if countsPeople { columns += [.numbers("people"), .numbers("share of its people")] }
    return DocumentTable(
      columns,
      rows.map { row in
        let layer = row.x == nil ? analysis.y : analysis.x
        let index = row.x ?? row.y ?? 0
        var cells = [
          layer.name, layer.codes[index], layer.names[index], Wording.area(row.area),
          Wording.percent(row.xShare ?? row.yShare),
        ]
        if countsPeople {
          cells += [
            row.people.map(Wording.count) ?? "", Wording.percent(row.xPeopleShare ?? row.yPeopleShare),
          ]
        }
        return cells
      })
  }
}

extension JSONValue {
  /// The value as a cell of a CSV table: nothing for null, numbers in full.
  var cell: String {
    switch self {
    case .null: ""
    case .string(let text): text
    case .decimal: compact
    case .number(let value): value.isFinite ? "\(value)" : ""
    case .integer(let value): String(value)
    case .bool(let value): String(value)
    case .array(let elements): elements.map(\.cell).joined(separator: ";")
    case .object: compact
    }
  }
}
