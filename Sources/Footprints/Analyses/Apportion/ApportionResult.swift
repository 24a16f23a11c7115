/// A table re-expressed on other areas.
public struct ApportionResult: AnalysisResult {
  /// The two layers side by side.
  public let comparison: LayerComparison
  let request: ApportionRequest
  let numbers: AreaNumbers
  /// What is listed, group by group: the areas of Y by their codes, then what lies in none.
  private(set) var rows: [Apportioning.Row]
  let totals: [Total]

  /// What became of a column as a whole.
  struct Total: Sendable {
    let column: AreaNumbers.Column
    /// The sum of the table.
    let before: AreaNumbers.Value?
    /// The sum over the areas of Y.
    let inside: AreaNumbers.Value?
    /// What lies in none.
    let outside: AreaNumbers.Value?
  }

  init(
    request: ApportionRequest, comparison: LayerComparison, numbers: AreaNumbers, rows: [Apportioning.Row]
  ) {
    func sum(_ values: some Sequence<AreaNumbers.Value?>) -> AreaNumbers.Value? {
      values.reduce(nil) { sum, value in value.map { sum + $0 } ?? sum }
    }
    (self.request, self.comparison, self.numbers, self.rows) = (request, comparison, numbers, rows)
    totals = numbers.columns.enumerated().map { place, column in
      let adds = column.kind != .intensive
      return Total(
        column: column,
        before: adds ? sum(numbers.groups.flatMap { $0.values[place] + [$0.elsewhere[place]] }) : nil,
        inside: adds ? sum(rows.filter { $0.area != nil }.map { $0.values[place] }) : nil,
        outside: adds ? sum(rows.filter { $0.area == nil }.map { $0.values[place] }) : nil)
    }
  }

  /// The areas of Y.
  public var listable: [NamedCode] { comparison.y.units }

  /// The areas that are listed; what lies in none is there unless some are asked for.
  public mutating func list(_ choice: inout RowChoice) {
    rows = choice.rows(rows, rowFields) { [comparison] row in [row.area.map(comparison.y.unit)] }
  }

  // MARK: Fields

  /// The columns: the table's own, and how much of each area is known.
  var rowFields: [Field<Apportioning.Row>] {
    let y = comparison.y
    var fields: [Field<Apportioning.Row>] = [
      .text(numbers.codeColumn, "code", Self.columns[0].meaning) { $0.area.map { y.codes[$0] } },
      .text("y_name", "name", Self.columns[1].meaning) { $0.area.map { y.names[$0] } },
    ]
    for (place, name) in numbers.by.enumerated() {
      fields.append(.text(name, name, Self.columns[2].meaning) { $0.key[place] })
    }
    for (place, column) in numbers.columns.enumerated() {
      switch column.kind {
      case .money:
        fields.append(.money(column.name, column.name, Self.columns[3].meaning) { $0.values[place]?.money })
      case .extensive, .intensive:
        fields.append(
          .number(
            column.name, column.name, decimals: column.kind == .extensive ? 1 : 3, Self.columns[3].meaning
          ) {
            $0.values[place]?.number
          })
      }
    }
    fields.append(.share("coverage", "coverage", Self.columns[4].meaning) { $0.coverage })
    return fields
  }

  /// What the columns are like.
  static let columns: [FieldDescription] = [
    .init(
      name: "code", title: "CODE",
      meaning:
        "under the name that the column has in the table, the code of the area of Y; empty for what lies in no area of Y",
      style: .text, isMap: true),
    .init(name: "y_name", title: "name", meaning: "its name", style: .text),
    .init(
      name: "by", title: "BY", meaning: "for each column that divides the table, its value", style: .text,
      isMap: true),
    .init(
      name: "column", title: "COLUMN",
      meaning:
        "for each column that is apportioned, under its own name, the number of the area; empty where nothing is known",
      style: .decimals(1), isMap: true),
    .init(
      name: "coverage", title: "coverage", unit: .share,
      meaning:
        "the share of the area’s people, or ground, in areas of X that the table has a row for; empty for what lies in no area",
      style: .share),
  ]

  static let totalFields: [Field<Total>] = [
    .text("column", "column", "the column") { $0.column.name },
    .text("kind", "kind", "extensive (the parts sum to the whole), intensive (rates and means) or money") {
      $0.column.kind.rawValue
    },
    .number("total", "in the table", decimals: 2, "its sum over all rows; null for rates and means") {
      $0.before?.amount
    },
    .number("in_areas", "in areas", decimals: 2, "its sum over the areas of Y; null for rates and means") {
      $0.inside?.amount
    },
    .number("in_no_area", "in none", decimals: 2, "what lies in no area of Y; null for rates and means") {
      $0.outside?.amount
    },
  ]

  /// What was asked for.
  public static let parameters: [Field<ApportionResult>] =
    [
      .text("table", "table", "the table") { $0.request.table },
      .text("published", "published", "the table of published amounts; null without one") {
        $0.request.published
      },
      .texts("by", "by", "the columns that divide the table") { $0.numbers.by },
    ] + ComparisonParameters.fields { $0.comparison }

  /// Sums, then every area.
  public static let fields: [Field<ApportionResult>] = [
    .records("columns", "what became of each column", totalFields) { $0.totals },
    .records(
      "areas", "the areas of Y by their codes, then what lies in none", parts: columns,
      fields: { $0.rowFields }
    ) { $0.rows },
  ]

  /// The areas.
  public static let tables: [TableDeclaration<ApportionResult>] = [
    TableDeclaration(
      "areas",
      "one row per area of Y, then one for what lies in none; for each value of the dividing columns",
      columns: columns, fields: { $0.rowFields }, rows: { $0.rows })
  ]

  /// By what numbers were divided.
  public var notes: [Note] {
    let by = comparison.population == nil ? "ground" : "people"
    return [
      Note(
        "A part of an area has its share, by \(by), of counts and pounds, and the same rates and means as the whole; slivers have nothing."
      )
    ] + comparison.notes
  }
}

extension AreaNumbers.Value {
  /// The number; nil for pounds.
  var number: Double? { if case .number(let value) = self { value } else { nil } }
  /// The pounds; nil for a number.
  var money: Money? { if case .money(let value) = self { value } else { nil } }
  /// The number, or pounds as one.
  var amount: Double { number ?? Double(money?.pence ?? 0) / 100 }
}

extension ApportionResult: DocumentedResult {
  /// What became of the columns, and every area.
  public var document: Document {
    var blocks: [Document.Block] = [.paragraph(summary)]
    blocks.append(.table(Table("columns", Self.totalFields, rows: totals)))
    blocks += [
      .heading("Areas"),
      .table(Table("areas", rowFields, rows: rows).showing(leavingOut: ["y_name", numbers.codeColumn])),
      .heading("Notes"), .notes(notes),
    ]
    return Document(title: "\(request.table) on \(comparison.y.heading)", blocks: blocks)
  }

  private var summary: String {
    let (x, y) = comparison.titles
    let unknown = rows.count { $0.area != nil && ($0.coverage ?? 0) < 0.995 }
    let rest =
      unknown == 0
      ? "All of them are known whole."
      : "\(Wording.plural(unknown, "row")) \(Wording.form(unknown, "has", "have")) less than 99.5% of \(Wording.form(unknown, "its", "their")) area known: see coverage."
    return
      "\(Wording.plural(numbers.columns.count, "column")) about \(x.counted(comparison.x.count)), re-expressed on \(y.counted(comparison.y.count)). \(rest)"
  }
}
