/// Reads the sheets of Excel's workbooks (Office Open XML, ECMA-376 part 1, 18).
enum OfficeOpenReader {
  /// Reads all sheets that the visitor wants.
  static func read(
    _ archive: borrowing ZipArchive, file: String, _ visitor: any SheetVisitor
  ) throws(FootprintsError) {
    var parts: [String: ZipArchive.Entry] = [:]
    for entry in archive.entries {
      guard parts.updateValue(entry, forKey: entry.name.lowercased()) == nil else {
        throw FootprintsError(
          .badData, "has two parts '\(entry.name)'", file: file,
          remedy: "Open it in a spreadsheet program and save it again.")
      }
    }
    let roots = try relations(of: "", in: parts, archive, file)
    let main = roots.first { $0.type.hasSuffix("/officeDocument") }?.target ?? "xl/workbook.xml"
    guard let entry = parts[main.lowercased()] else {
      throw FootprintsError(
        .badData, "is a zip archive without a workbook in it", file: file,
        remedy: "Name a workbook: .xlsx, .xlsm or .ods.")
    }
    let workbook = WorkbookHandler()
    try archive.parse(entry, limit: SpreadsheetLimits.document, with: workbook, file: file)
    guard workbook.isWorkbook else {
      throw FootprintsError(
        .badData, "is a document of Office, but no workbook", file: file, remedy: "Name a workbook: .xlsx.")
    }
    let relations = try relations(of: main, in: parts, archive, file)
    func part(_ type: String) -> ZipArchive.Entry? {
      relations.first { $0.type.hasSuffix("/\(type)") }.flatMap { parts[$0.target.lowercased()] }
    }
    let texts = SharedTextsHandler()
    if let entry = part("sharedStrings") {
      try archive.parse(entry, limit: SpreadsheetLimits.document, with: texts, file: file)
    }
    let styles = StylesHandler()
    if let entry = part("styles") {
      try archive.parse(entry, limit: SpreadsheetLimits.document, with: styles, file: file)
    }
    for sheet in workbook.sheets {
      // Charts are sheets of another type.
      guard let relation = relations.first(where: { $0.id == sheet.relation }),
        relation.type.hasSuffix("/worksheet")
      else { continue }
      guard let entry = parts[relation.target.lowercased()] else {
        throw FootprintsError(
          .badData, "the sheet '\(sheet.heading.name)' is missing in it", file: file,
          remedy: "Open it in a spreadsheet program and save it again.")
      }
      guard try visitor.begin(sheet.heading) else { continue }
      let handler = WorksheetHandler(
        sheet: sheet.heading.name, texts: texts.texts, formats: styles.formats,
        countsFrom1904: workbook.countsFrom1904, visitor)
      try archive.parse(entry, limit: SpreadsheetLimits.document, with: handler, file: file)
    }
  }

  /// What a part leads to.
  private static func relations(
    of part: String, in parts: [String: ZipArchive.Entry], _ archive: borrowing ZipArchive, _ file: String
  ) throws(FootprintsError) -> [RelationsHandler.Relation] {
    let slash = part.lastIndex(of: "/")
    let folder = slash.map { String(part[...$0]) } ?? ""
    let name = slash.map { String(part[part.index(after: $0)...]) } ?? part
    guard let entry = parts["\(folder)_rels/\(name).rels".lowercased()] else { return [] }
    let handler = RelationsHandler(folder: folder)
    try archive.parse(entry, limit: SpreadsheetLimits.document, with: handler, file: file)
    return handler.relations
  }
}

/// Which parts belong together (`_rels/workbook.xml.rels`).
private final class RelationsHandler: XMLHandler {
  struct Relation {
    let id, type, target: String
  }

  private(set) var relations: [Relation] = []
  private let folder: String

  init(folder: String) { self.folder = folder }

  func start(_ name: String, _ attributes: XMLAttributes) {
    guard name == "Relationship", let id = attributes["Id"], let type = attributes["Type"],
      let target = attributes["Target"], attributes["TargetMode"] != "External"
    else { return }
    relations.append(Relation(id: id, type: type, target: path(target)))
  }

  func end(_ name: String) {}
  func text(_ text: String) {}

  /// The path inside the archive: relative ones go from the folder of the part.
  private func path(_ target: String) -> String {
    if target.hasPrefix("/") { return String(target.dropFirst()) }
    var steps: [Substring] = []
    for step in (folder + target).split(separator: "/") where step != "." {
      if step == ".." { _ = steps.popLast() } else { steps.append(step) }
    }
    return steps.joined(separator: "/")
  }
}

/// The list of sheets (`workbook.xml`).
private final class WorkbookHandler: XMLHandler {
  private(set) var sheets: [(heading: SheetHeading, relation: String)] = []
  private(set) var countsFrom1904 = false
  private(set) var isWorkbook = false

  func start(_ name: String, _ attributes: XMLAttributes) throws(FootprintsError) {
    switch name {
    case "workbook": isWorkbook = true
    case "workbookPr": countsFrom1904 = ["1", "true", "on"].contains(attributes["date1904"] ?? "")
    case "sheet":
      let state = attributes["state"].flatMap(SheetHeading.State.init) ?? .visible
      sheets.append((SheetHeading(name: attributes["name"] ?? "", state: state), attributes["id"] ?? ""))
      if sheets.count > SpreadsheetLimits.sheets {
        throw FootprintsError(
          .badData, "has more than \(SpreadsheetLimits.sheets) sheets",
          remedy: "Keep those with the plan.")
      }
    default: break
    }
  }

  func end(_ name: String) {}
  func text(_ text: String) {}
}

/// The texts that cells share (`sharedStrings.xml`): runs of rich text joined, how they are pronounced left out.
private final class SharedTextsHandler: XMLHandler {
  private(set) var texts: [String] = []
  private var collector = RichText()
  private var size = 0

  func start(_ name: String, _ attributes: XMLAttributes) {
    if name == "si" { collector = RichText() } else { collector.start(name, attributes) }
  }

  func end(_ name: String) throws(FootprintsError) {
    guard name == "si" else { return collector.end(name) }
    size += collector.text.utf8.count + 16
    if size > SpreadsheetLimits.texts {
      throw FootprintsError(
        .badData, "has more than \(SpreadsheetLimits.texts >> 20) MiB of texts",
        remedy: "Keep the sheets with the plan, and save it again.")
    }
    texts.append(collector.text)
  }

  func text(_ text: String) { collector.add(text) }
}

/// Text in runs, each with a look of its own.
struct RichText {
  private(set) var text = ""
  private var run = ""
  private var isRun = false
  private var keepsSpaces = false
  private var phonetic = 0

  mutating func start(_ name: String, _ attributes: XMLAttributes) {
    switch name {
    case "rPh": phonetic += 1
    case "t" where phonetic == 0:
      isRun = true
      run = ""
      keepsSpaces = attributes["space"] == "preserve"
    default: break
    }
  }

  mutating func end(_ name: String) {
    switch name {
    case "rPh": phonetic -= 1
    case "t" where isRun:
      isRun = false
      text += Self.unescaped(keepsSpaces ? run : run.trimmed)
    default: break
    }
  }

  mutating func add(_ more: String) {
    if isRun, run.utf8.count < SpreadsheetLimits.text { run += more }
  }

  /// Characters that XML cannot have are written `_x000D_`.
  private static func unescaped(_ text: String) -> String {
    guard text.contains("_x") else { return text }
    return text.replacing(/_x([0-9A-Fa-f]{4})_/) { match in
      UInt32(match.1, radix: 16).flatMap(Unicode.Scalar.init).map { String($0) } ?? String(match.0)
    }
  }
}

/// How cells look (`styles.xml`), of which only the number formats matter.
private final class StylesHandler: XMLHandler {
  /// By the number of the style.
  private(set) var formats: [NumberFormat] = []
  private var codes: [Int: NumberFormat] = [:]
  private var isInCells = false

  func start(_ name: String, _ attributes: XMLAttributes) {
    switch name {
    case "numFmt":
      if let id = attributes["numFmtId"].flatMap({ Int($0) }), let code = attributes["formatCode"] {
        codes[id] = NumberFormat(code: code)
      }
    case "cellXfs": isInCells = true
    case "xf" where isInCells:
      let id = attributes["numFmtId"].flatMap { Int($0) } ?? 0
      formats.append(codes[id] ?? NumberFormat(builtIn: id))
    default: break
    }
  }

  func end(_ name: String) { if name == "cellXfs" { isInCells = false } }
  func text(_ text: String) {}
}

/// The rows of one sheet (`sheet1.xml`).
private final class WorksheetHandler: XMLHandler {
  private let sheet: String
  private let texts: [String]
  private let formats: [NumberFormat]
  private let countsFrom1904: Bool
  private let visitor: any SheetVisitor

  private var row = -1
  private var column = -1
  private var cells: [SheetCell] = []
  private var type = ""
  private var format = NumberFormat.plain
  private var value: String?
  private var isValue = false
  private var isFormula = false
  private var isInCell = false
  private var inline = RichText()
  private var hasInline = false

  init(
    sheet: String, texts: [String], formats: [NumberFormat], countsFrom1904: Bool, _ visitor: any SheetVisitor
  ) {
    self.sheet = sheet
    (self.texts, self.formats, self.countsFrom1904) = (texts, formats, countsFrom1904)
    self.visitor = visitor
  }

  func start(_ name: String, _ attributes: XMLAttributes) throws(FootprintsError) {
    switch name {
    case "row":
      let stated = attributes["r"].flatMap { Int($0) }
      row = stated.map { $0 - 1 } ?? row + 1
      column = -1
      cells = []
      guard (0..<CellPlace.mostRows).contains(row) else { throw broken("a row \(row + 1)") }
    case "c":
      if let reference = attributes["r"] {
        guard let place = CellPlace(reference), place.row == row else {
          throw broken("a cell '\(reference)' in row \(row + 1)")
        }
        guard place.column > column else { throw broken("cells of row \(row + 1) out of their order") }
        column = place.column
      } else {
        column += 1
        guard row >= 0, column < CellPlace.mostColumns else { throw broken("a cell outside of any row") }
      }
      type = attributes["t"] ?? "n"
      let style = attributes["s"].flatMap { Int($0) } ?? 0
      format = formats.indices.contains(style) ? formats[style] : .plain
      (value, isFormula, isInCell, inline, hasInline) = (nil, false, true, RichText(), false)
    case "v" where isInCell:
      isValue = true
      value = ""
    case "f" where isInCell: isFormula = true
    case "is" where isInCell: hasInline = true
    case "mergeCell":
      let ends = (attributes["ref"] ?? "").split(separator: ":")
      if ends.count == 2, let first = CellPlace(ends[0]), let last = CellPlace(ends[1]) {
        visitor.merged(first, last)
      }
    default: if hasInline { inline.start(name, attributes) }
    }
  }

  func text(_ text: String) {
    if isValue { value = (value ?? "") + (value?.utf8.count ?? 0 < SpreadsheetLimits.text ? text : "") }
    if hasInline { inline.add(text) }
  }

  func end(_ name: String) throws(FootprintsError) {
    switch name {
    case "v": isValue = false
    case "c":
      isInCell = false
      if let value = try content() {
        cells.append(SheetCell(CellPlace(row, column), value, isFormula: isFormula))
      }
      hasInline = false
    case "row": if !cells.isEmpty { try visitor.row(row, repeated: 1, cells) }
    default: if hasInline { inline.end(name) }
    }
  }

  /// What the cell holds; nil where it is empty.
  private func content() throws(FootprintsError) -> SheetCell.Value? {
    if type == "inlineStr" { return inline.text.trimmed.isEmpty ? nil : .text(inline.text) }
    guard let value, !(value.isEmpty && type != "str") else { return isFormula ? .uncomputed : nil }
    switch type {
    case "s":
      guard let number = Int(value.trimmed), texts.indices.contains(number) else {
        throw broken("a cell \(CellPlace(row, column).reference) with a text that is not there")
      }
      return texts[number].trimmed.isEmpty ? nil : .text(texts[number])
    case "str": return value.trimmed.isEmpty ? nil : .text(value)
    case "b": return .flag(value.trimmed == "1" || value.trimmed == "true")
    case "e": return .error(value.trimmed)
    case "d": return .date(value.trimmed)
    default:
      let text = value.trimmed
      guard let number = Double(text), number.isFinite else {
        throw broken("a cell \(CellPlace(row, column).reference) with '\(text)' for a number")
      }
      switch format {
      case .plain: return .number(text)
      case .percent: return .percent(text)
      case .date:
        return SerialDay.text(number, from1904: countsFrom1904).map(SheetCell.Value.date) ?? .number(text)
      }
    }
  }

  private func broken(_ what: String) -> FootprintsError {
    FootprintsError(
      .badData, "has \(what)", place: "sheet '\(sheet)'",
      remedy: "Open it in a spreadsheet program and save it again.")
  }
}
