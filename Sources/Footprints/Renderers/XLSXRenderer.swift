/// All tables as a workbook of Excel: a sheet for each, one that explains the columns, and one with notes, sources and warnings.
///
/// Cells are numbers, true or false, or texts; none is ever a formula, whatever it begins with.
public struct XLSXRenderer: Renderer {
  /// The renderer.
  public init() {}

  /// `xlsx`.
  public let name = "xlsx"
  /// `.xlsx`.
  public let suffixes = ["xlsx"]
  /// Yes.
  public let isSelfContained = true
  /// No.
  public let isText = false

  /// Whatever has a table.
  public func canRender(_ kind: any AnalysisResult.Type) -> Bool { kind.hasTables }

  /// Writes the workbook. Throws `cannotWrite` for a table that is larger than a sheet.
  public func render(_ report: Report, to sink: any OutputSink) throws(FootprintsError) {
    let workbook = try Workbook()
    // A sheet without rows is there only if it is the main one.
    let tables = report.tables.enumerated().filter { $0.offset == 0 || $0.element.count > 0 }.map(\.element)
    for table in tables {
      guard table.count < Workbook.mostRows, table.columns.count <= Workbook.mostColumns else {
        throw FootprintsError(
          .cannotWrite,
          "the table of \(table.name) has \(Wording.grouped(table.count)) rows, more than a sheet can have",
          remedy: "Write it as csv.")
      }
    }
    for table in tables { try write(table, to: workbook) }
    try writeColumns(tables, to: workbook)
    try writeNotes(report, to: workbook)
    let bytes = try workbook.bytes()
    try sink.write(bytes.array)
  }

  private func write(_ table: Table, to workbook: Workbook) throws(FootprintsError) {
    let sheet = try workbook.sheet(table.name.spaced.printable)
    let titles = Self.titles(of: table)
    for column in table.columns.indices {
      let widest = (0..<min(200, table.count)).map { table.words($0)[column].count }.max() ?? 0
      workbook.setWidth(min(48, max(10, widest + 2)), ofColumn: column, in: sheet)
    }
    for (column, title) in titles.enumerated() {
      try workbook.write(title, row: 0, column: column, .header, in: sheet)
    }
    for row in 0..<table.count {
      for (column, (value, declared)) in zip(table[row], table.columns).enumerated() {
        let format = Self.format(of: declared.description.style)
        switch value {
        case .null: continue
        case .bool(let flag): try workbook.write(flag, row: row + 1, column: column, in: sheet)
        case .decimal(let units, let places):
          // Excel's numbers are doubles: pence stay exact up to ten million million pounds.
          let number = Double(units) / (0..<places).reduce(1.0) { whole, _ in whole * 10 }
          try workbook.write(number, row: row + 1, column: column, format, in: sheet)
        case .integer, .number:
          guard let number = value.double, number.isFinite else { continue }
          try workbook.write(number, row: row + 1, column: column, format, in: sheet)
        case .string, .array, .object:
          try workbook.write(value.cell.printableLines, row: row + 1, column: column, in: sheet)
        }
      }
    }
    workbook.freezeHeader(columns: table.columns.count, rows: table.count, in: sheet)
  }

  /// The words above columns, each different: the name in other formats stands behind those that would be alike. Units that the numbers do not show are
  /// there as well.
  static func titles(of table: Table) -> [String] {
    let words = table.columns.map { column in
      let title = Wording.sentence(column.title.printable)
      let unit: String? =
        switch column.description.unit {
        case .squareMetres?: "m2"
        case .metres?: "m"
        case .bearing?: "degrees"
        default: nil
        }
      return unit.map { "\(title) (\($0))" } ?? title
    }
    let counts = Dictionary(words.map { ($0, 1) }, uniquingKeysWith: +)
    return zip(words, table.columns).map { title, column in
      counts[title] == 1 ? title : "\(title) [\(column.description.name.printable)]"
    }
  }

  private static func format(of style: Style) -> Workbook.CellFormat {
    switch style {
    case .text, .yesNo: .plain
    case .whole, .area: .number("#,##0")
    case .share: .number("0.0%")
    case .decimals(let places):
      .number(places == 0 ? "#,##0" : "#,##0." + String(repeating: "0", count: places))
    case .money: .number("£#,##0.00")
    }
  }

  private func writeColumns(_ tables: [Table], to workbook: Workbook) throws(FootprintsError) {
    let sheet = try workbook.sheet("columns")
    let header = ["Sheet", "Column", "Name in CSV and JSON", "Unit", "Meaning"]
    for (column, width) in [18, 30, 30, 10, 100].enumerated() {
      workbook.setWidth(width, ofColumn: column, in: sheet)
      try workbook.write(header[column], row: 0, column: column, .header, in: sheet)
    }
    var row = 1
    for table in tables {
      for (column, title) in zip(table.columns, Self.titles(of: table)) {
        let description = column.description
        for (place, text) in [
          table.name.spaced, title, description.name, description.unit?.rawValue ?? "", description.meaning,
        ].enumerated() { try workbook.write(text.printable, row: row, column: place, in: sheet) }
        row += 1
      }
    }
    workbook.freezeHeader(columns: header.count, rows: row - 1, in: sheet)
  }

  /// What every output carries: notes, package, sources, licences, versions, warnings, and what was asked.
  private func writeNotes(_ report: Report, to workbook: Workbook) throws(FootprintsError) {
    let sheet = try workbook.sheet("notes")
    workbook.setWidth(26, ofColumn: 0, in: sheet)
    workbook.setWidth(140, ofColumn: 1, in: sheet)
    var rows: [(String, String)] = [("analysis", report.command)]
    rows += report.lines.map { ("note", $0) }
    rows += Provenance(report.inputs).footer.map { ("source", $0) }
    rows += report.notices.map { ($0.severity.rawValue, $0.words(report.remedy)) }
    for member in report.header where ["parameters", "provenance"].contains(member.name) {
      rows += Self.flat(member.value, member.name)
    }
    try workbook.write("What", row: 0, column: 0, .header, in: sheet)
    try workbook.write("Value", row: 0, column: 1, .header, in: sheet)
    for (row, (what, text)) in rows.enumerated() {
      try workbook.write(what.printable, row: row + 1, column: 0, in: sheet)
      try workbook.write(text.printableLines, row: row + 1, column: 1, in: sheet)
    }
    workbook.freezeHeader(columns: 2, rows: rows.count, in: sheet)
  }

  private static func flat(_ value: JSONValue, _ name: String) -> [(String, String)] {
    switch value {
    case .null: []
    case .object(let members): members.flatMap { flat($0.value, "\(name).\($0.name)") }
    case .array(let elements): elements.enumerated().flatMap { flat($1, "\(name)[\($0)]") }
    case .bool, .integer, .number, .decimal, .string: [(name, value.cell)]
    }
  }
}
