@testable import Footprints

/// Writes small workbooks of Excel as XML, right or wrong as a test asks for.
struct WorkbookFixture {
  /// A cell of a sheet.
  enum Cell: ExpressibleByStringLiteral, ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral {
    case empty
    case text(String)
    case number(Double)
    case percent(Double)
    case date(Double)
    case flag(Bool)
    case error(String)
    /// A formula with the value that was kept, or none.
    case formula(Double?)
    /// The XML of the cell, as it is.
    case raw(String)

    init(stringLiteral value: String) { self = value.isEmpty ? .empty : .text(value) }
    init(floatLiteral value: Double) { self = .number(value) }
    init(integerLiteral value: Int) { self = .number(Double(value)) }
  }

  /// A sheet: rows from the first on.
  struct Sheet {
    var name: String
    var rows: [[Cell]]
    var state = "visible"
    var merged: [String] = []
  }

  var sheets: [Sheet]
  var countsFrom1904 = false
  /// Parts in place of those that it makes, or besides them.
  var parts: [String: String] = [:]

  init(_ sheets: [Sheet]) { self.sheets = sheets }

  static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  static let relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

  var bytes: [UInt8] {
    var all: [(String, String)] = []
    let packaged = "http://schemas.openxmlformats.org/package/2006/relationships"
    all.append(
      (
        "_rels/.rels",
        #"<Relationships xmlns="\#(packaged)"><Relationship Id="r1" Type="\#(Self.relations)/officeDocument" Target="xl/workbook.xml"/></Relationships>"#
      ))
    let list = sheets.enumerated().map {
      #"<sheet name="\#(escaped($1.name))" sheetId="\#($0 + 1)" state="\#($1.state)" r:id="s\#($0)"/>"#
    }.joined()
    all.append(
      (
        "xl/workbook.xml",
        #"<workbook xmlns="\#(Self.main)" xmlns:r="\#(Self.relations)"><workbookPr\#(countsFrom1904 ? " date1904=\"1\"" : "")/><sheets>\#(list)</sheets></workbook>"#
      ))
    let links = sheets.indices.map {
      #"<Relationship Id="s\#($0)" Type="\#(Self.relations)/worksheet" Target="worksheets/sheet\#($0 + 1).xml"/>"#
    }.joined()
    all.append(
      (
        "xl/_rels/workbook.xml.rels",
        #"<Relationships xmlns="\#(packaged)">\#(links)<Relationship Id="t" Type="\#(Self.relations)/sharedStrings" Target="/xl/sharedStrings.xml"/><Relationship Id="y" Type="\#(Self.relations)/styles" Target="styles.xml"/></Relationships>"#
      ))
    all.append(
      (
        "xl/styles.xml",
        #"<styleSheet xmlns="\#(Self.main)"><numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts><cellStyleXfs><xf numFmtId="0"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="10"/><xf numFmtId="164"/></cellXfs></styleSheet>"#
      ))
    var texts: [String] = []
    for (place, sheet) in sheets.enumerated() {
      var rows = ""
      for (row, cells) in sheet.rows.enumerated() where !cells.isEmpty {
        rows += #"<row r="\#(row + 1)">"#
        for (column, cell) in cells.enumerated() {
          rows += xml(cell, CellPlace(row, column).reference, &texts)
        }
        rows += "</row>"
      }
      let merged = sheet.merged.map { #"<mergeCell ref="\#($0)"/>"# }.joined()
      all.append(
        (
          "xl/worksheets/sheet\(place + 1).xml",
          #"<worksheet xmlns="\#(Self.main)"><sheetData>\#(rows)</sheetData><mergeCells>\#(merged)</mergeCells></worksheet>"#
        ))
    }
    let shared = texts.map { #"<si><t xml:space="preserve">\#(escaped($0))</t></si>"# }.joined()
    all.append(("xl/sharedStrings.xml", #"<sst xmlns="\#(Self.main)">\#(shared)</sst>"#))
    for (name, text) in parts {
      all.removeAll { $0.0 == name }
      all.append((name, text))
    }
    return ZipFixture(all.map { .init(name: $0.0, content: Array($0.1.utf8), isDeflated: true) }).bytes
  }

  private func xml(_ cell: Cell, _ reference: String, _ texts: inout [String]) -> String {
    switch cell {
    case .empty: return ""
    case .text(let text):
      texts.append(text)
      return #"<c r="\#(reference)" t="s"><v>\#(texts.count - 1)</v></c>"#
    case .number(let number): return #"<c r="\#(reference)"><v>\#(plain(number))</v></c>"#
    case .percent(let number): return #"<c r="\#(reference)" s="1"><v>\#(plain(number))</v></c>"#
    case .date(let number): return #"<c r="\#(reference)" s="2"><v>\#(plain(number))</v></c>"#
    case .flag(let flag): return #"<c r="\#(reference)" t="b"><v>\#(flag ? 1 : 0)</v></c>"#
    case .error(let code): return #"<c r="\#(reference)" t="e"><f>A1</f><v>\#(code)</v></c>"#
    case .formula(let value):
      return #"<c r="\#(reference)"><f>SUM(A1)</f>\#(value.map { "<v>\(plain($0))</v>" } ?? "")</c>"#
    case .raw(let xml): return xml
    }
  }

  private func plain(_ number: Double) -> String { Int(exactly: number).map(String.init) ?? "\(number)" }

  private func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing("\"", with: "&quot;")
  }
}
