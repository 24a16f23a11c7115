/// Reads the sheets of OpenDocument spreadsheets (OASIS OpenDocument 1.3 part 3, 9), whose sheets are all in one document.
///
/// Repeated cells and rows are counted, never written out where they are empty: programs repeat the last one to the edge of
/// the sheet.
enum OpenDocumentReader {
  /// Reads all sheets that the visitor wants.
  static func read(
    _ content: ZipArchive.Entry, of archive: borrowing ZipArchive, file: String, _ visitor: any SheetVisitor
  ) throws(FootprintsError) {
    if let entry = archive.entries.first(where: { $0.name == "META-INF/manifest.xml" }) {
      let manifest = EncryptionHandler()
      try archive.parse(entry, limit: SpreadsheetLimits.document, with: manifest, file: file)
      if manifest.isEncrypted {
        throw FootprintsError(
          .badData, "is protected by a password", file: file,
          remedy: "Open it in LibreOffice and save it without one (File, Save As).")
      }
    }
    try archive.parse(
      content, limit: SpreadsheetLimits.document, with: ContentHandler(visitor), file: file)
  }
}

/// Whether anything is encrypted (`META-INF/manifest.xml`).
private final class EncryptionHandler: XMLHandler {
  private(set) var isEncrypted = false
  func start(_ name: String, _ attributes: XMLAttributes) {
    if name == "encryption-data" { isEncrypted = true }
  }
  func end(_ name: String) {}
  func text(_ text: String) {}
}

/// The tables of `content.xml`.
private final class ContentHandler: XMLHandler {
  private let visitor: any SheetVisitor
  /// The styles of sheets that are not shown.
  private var hidden: Set<String> = []
  private var style: String?

  private var depth = 0
  private var isWanted = false
  private var row = 0
  private var rowCount = 1
  private var column = 0
  private var cells: [SheetCell] = []

  private var isInCell = false
  private var attributes = XMLAttributes()
  private var text = ""
  private var paragraphs = 0
  private var isText = false
  /// How deep in notes and drawings, whose text is not that of the cell.
  private var aside = 0

  init(_ visitor: any SheetVisitor) { self.visitor = visitor }

  func start(_ name: String, _ attributes: XMLAttributes) throws(FootprintsError) {
    switch name {
    case "style": style = attributes["name"]
    case "table-properties":
      if attributes["display"] == "false", let style { hidden.insert(style) }
    case "table":
      depth += 1
      guard depth == 1 else { return }
      let isHidden = attributes["style-name"].map(hidden.contains) ?? false
      isWanted = try visitor.begin(
        SheetHeading(name: attributes["name"] ?? "", state: isHidden ? .hidden : .visible))
      row = 0
    case "table-row" where isCounted:
      rowCount = count(attributes["number-rows-repeated"])
      (column, cells) = (0, [])
    case "table-cell" where isCounted, "covered-table-cell" where isCounted:
      isInCell = true
      self.attributes = attributes
      (text, paragraphs, isText) = ("", 0, false)
      if let columns = attributes["number-columns-spanned"].flatMap({ Int($0) }),
        let rows = attributes["number-rows-spanned"].flatMap({ Int($0) }), columns > 0, rows > 0,
        max(columns, rows) > 1, columns <= CellPlace.mostColumns, rows <= CellPlace.mostRows
      {
        visitor.merged(CellPlace(row, column), CellPlace(row + rows - 1, column + columns - 1))
      }
    case "annotation", "shape", "frame": if isInCell { aside += 1 }
    case "p" where isInCell && aside == 0:
      if paragraphs > 0 { text += "\n" }
      paragraphs += 1
      isText = true
    case "s" where isText && aside == 0:
      text += String(repeating: " ", count: min(1000, max(1, attributes["c"].flatMap { Int($0) } ?? 1)))
    case "tab" where isText && aside == 0: text += "\t"
    case "line-break" where isText && aside == 0: text += "\n"
    default: break
    }
  }

  func text(_ more: String) {
    if isText, aside == 0, text.utf8.count < SpreadsheetLimits.text { text += more }
  }

  func end(_ name: String) throws(FootprintsError) {
    switch name {
    case "table": depth -= 1
    case "annotation", "shape", "frame": if isInCell { aside -= 1 }
    case "p" where aside == 0: isText = false
    case "table-cell" where isInCell, "covered-table-cell" where isInCell: try finishCell()
    case "table-row" where isCounted:
      if !cells.isEmpty {
        guard row + rowCount <= CellPlace.mostRows else { throw tooLarge }
        try visitor.row(row, repeated: rowCount, cells)
      }
      row = min(row + rowCount, CellPlace.mostRows)
    default: break
    }
  }

  /// Tables inside of cells are no part of the sheet.
  private var isCounted: Bool { depth == 1 && isWanted }

  private func count(_ text: String?) -> Int {
    min(CellPlace.mostRows, max(1, text.flatMap { Int($0) } ?? 1))
  }

  private var tooLarge: FootprintsError {
    FootprintsError(
      .badData,
      "has a sheet of more than \(CellPlace.mostRows) rows or \(CellPlace.mostColumns) columns with something in them",
      remedy: "Clear what is repeated to the edge of the sheet, and save it again.")
  }

  private func finishCell() throws(FootprintsError) {
    isInCell = false
    let repeated = count(attributes["number-columns-repeated"])
    if let value = content {
      guard column + repeated <= CellPlace.mostColumns else { throw tooLarge }
      let isFormula = attributes["formula"] != nil
      for place in column..<column + repeated {
        cells.append(SheetCell(CellPlace(row, place), value, isFormula: isFormula))
      }
    }
    column = min(column + repeated, CellPlace.mostRows)
  }

  /// What the cell holds; nil where it is empty.
  private var content: SheetCell.Value? {
    let shown = text.trimmed
    if shown.hasPrefix("#"), shown.hasSuffix("!") || shown == "#N/A" || shown == "#NAME?",
      attributes["formula"] != nil
    {
      return .error(shown)
    }
    switch attributes["value-type"] {
    case "float", "currency": return attributes["value"].map(SheetCell.Value.number)
    case "percentage": return attributes["value"].map(SheetCell.Value.percent)
    case "date": return attributes["date-value"].map(SheetCell.Value.date)
    case "boolean": return attributes["boolean-value"].map { .flag($0 == "true") }
    case nil where shown.isEmpty: return attributes["formula"] == nil ? nil : .uncomputed
    default:
      let words = attributes["string-value"] ?? text
      return words.trimmed.isEmpty ? nil : .text(words)
    }
  }
}
