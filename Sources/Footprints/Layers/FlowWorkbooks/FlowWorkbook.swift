/// Flows of patients from small areas to trusts, out of a workbook: a table of role `flows`, row by row.
///
/// OHID publishes "NHS Acute (Hospital) Trust Catchment Populations" as a workbook whose sheets are larger than memory should
/// be: nothing of it is kept but a row. How a sheet is laid out is found out by what is in it.
package struct FlowWorkbook: Sendable {
  /// The sheet that is read, by its name; nil for the one of all admissions.
  package var sheet: String?
  /// The catchment year that is kept, where there are several; nil for all.
  package var year: Int?

  /// Reads with these choices.
  package init(sheet: String? = nil, year: Int? = nil) { (self.sheet, self.year) = (sheet, year) }

  /// How a sheet is laid out.
  package enum Layout: String, Sendable {
    /// A row for each small area and trust.
    case long = "a row for each small area and trust"
    /// A row for each small area, a column for each trust.
    case trustColumns = "a row for each small area, a column for each trust"
    /// A row for each trust, a column for each small area.
    case areaColumns = "a row for each trust, a column for each small area"
  }

  /// What was found.
  package struct Outcome: Sendable {
    /// The sheet that was read.
    package fileprivate(set) var sheet = ""
    /// How it is laid out.
    package fileprivate(set) var layout = Layout.long
    /// The row of its headings, from 1.
    package fileprivate(set) var headings = 0
    /// How many flows were written.
    package fileprivate(set) var flows = 0
    /// How many of them are suppressed, and have no proportion.
    package fileprivate(set) var suppressed = 0
    /// How many small areas and trusts there are.
    package fileprivate(set) var areas = 0, trusts = 0
    /// The years there are, of which some may not be kept.
    package fileprivate(set) var years: [String] = []
    /// The names of the other sheets.
    package fileprivate(set) var others: [String] = []
    /// Rows and cells that could not be used, with what is in them: the first few, and how many.
    package fileprivate(set) var unread: [String] = [], unreadCount = 0
  }

  /// The columns of the table that is written.
  package static let columns = [
    "msoa_code", "trust_code", "proportion", "patients", "total_patients", "year", "suppressed",
  ]

  /// Reads a workbook and writes its flows as CSV.
  ///
  /// Throws `usage` for a sheet or year that is not there, `badData` for a workbook without flows, and what the sink throws.
  package func write(_ bytes: FileBytes, to sink: any ByteSink) throws(FootprintsError) -> Outcome {
    let reader = FlowSheetReader(self, sink)
    do throws(FootprintsError) {
      try SpreadsheetFile(bytes).read(reader)
      try reader.finish()
    } catch {
      throw error.inFile(bytes.name)
    }
    var outcome = reader.outcome
    outcome.others = reader.names.filter { $0 != outcome.sheet }
    return outcome
  }
}

/// Takes the rows of the sheet with flows.
private final class FlowSheetReader: SheetVisitor {
  private let options: FlowWorkbook
  private let sink: any ByteSink
  private(set) var outcome = FlowWorkbook.Outcome()
  private(set) var names: [String] = []
  private var isDone = false
  private var isFound = false
  /// Rows before the headings were found.
  private var before = 0
  private var columns: [String: Int] = [:]
  /// The codes above columns, where they are small areas or trusts.
  private var heads: [Int: String] = [:]
  private var areas: Set<String> = []
  private var trusts: Set<String> = []
  private var years: Set<String> = []
  private var sheetYear = ""

  init(_ options: FlowWorkbook, _ sink: any ByteSink) { (self.options, self.sink) = (options, sink) }

  func begin(_ sheet: SheetHeading) -> Bool {
    names.append(sheet.name)
    if isFound { isDone = true }
    if isDone { return false }
    let isWanted =
      options.sheet.map { $0.fieldKey == sheet.name.fieldKey } ?? sheet.name.fieldKey.contains("alladmission")
    guard isWanted else { return false }
    outcome.sheet = sheet.name
    before = 0
    return true
  }

  func merged(_ first: CellPlace, _ last: CellPlace) {}

  func row(_ row: Int, repeated count: Int, _ cells: [SheetCell]) throws(FootprintsError) {
    guard isFound else {
      before += 1
      if before <= 200 { try look(row, cells) }
      return
    }
    // The same row again would be the same flows again.
    switch outcome.layout {
    case .long: try long(cells)
    case .trustColumns, .areaColumns: try matrix(cells)
    }
  }

  /// Looks for headings: names of columns, or codes of trusts or small areas.
  private func look(_ row: Int, _ cells: [SheetCell]) throws(FootprintsError) {
    let header = cells.map { $0.text }
    func column(_ name: String?) -> Int? {
      name.flatMap { name in cells.first { $0.text == name }?.place.column }
    }
    let trusts = cells.filter { Self.isTrust($0.text) }
    let areas = cells.filter { Self.isArea($0.text) }
    for cell in cells where columns["year"] == nil && RowKinds.isYear(cell.text.fieldKey) {
      columns["year"] = cell.place.column
    }
    if trusts.count >= 2, areas.isEmpty {
      begin(.trustColumns, row, trusts)
    } else if areas.count >= 2, trusts.isEmpty {
      begin(.areaColumns, row, areas)
    } else if let trust = FieldDetection.codeField(among: header, role: "trust"),
      let area = FieldDetection.codeField(among: header.filter { $0 != trust }, role: "brick"), area != trust
    {
      func named(_ names: String...) -> Int? {
        cells.first { names.contains($0.text.fieldKey) }?.place.column
      }
      let found = [
        "proportion": named("proportion", "share", "prop", "proportionpatients"),
        "patients": named("patients"),
        "total_patients": named("totalpatients", "msoatotalpatients"),
      ]
      guard found["proportion"] != nil || found["patients"] != nil else {
        columns["year"] = nil
        return
      }
      for (name, place) in found { if let place { columns[name] = place } }
      columns["trust"] = column(trust)
      columns["area"] = column(area)
      begin(.long, row, [])
    } else {
      columns["year"] = nil
      // A title says of which year all of it is.
      if sheetYear.isEmpty, let text = header.first, let years = text.firstMatch(of: /20\d\d/) {
        sheetYear = String(years.output)
      }
    }
    if isFound { try sink.write(Array(CSVWriter.line(FlowWorkbook.columns).utf8)) }
  }

  private func begin(_ layout: FlowWorkbook.Layout, _ row: Int, _ cells: [SheetCell]) {
    isFound = true
    (outcome.layout, outcome.headings) = (layout, row + 1)
    heads = Dictionary(cells.map { ($0.place.column, $0.text.uppercased()) }) { first, _ in first }
  }

  private func long(_ cells: [SheetCell]) throws(FootprintsError) {
    func cell(_ name: String) -> SheetCell? {
      columns[name].flatMap { column in cells.first { $0.place.column == column } }
    }
    guard let area = cell("area")?.text, let trust = cell("trust")?.text, !area.isEmpty, !trust.isEmpty else {
      return unread(cells)
    }
    let main = cell("proportion") ?? cell("patients")
    try flow(
      area, trust, main, proportion: cell("proportion"), patients: cell("patients"),
      total: cell("total_patients"),
      year: cell("year")?.text ?? sheetYear)
  }

  private func matrix(_ cells: [SheetCell]) throws(FootprintsError) {
    let isByArea = outcome.layout == .trustColumns
    let own = cells.first {
      heads[$0.place.column] == nil && (isByArea ? Self.isArea($0.text) : Self.isTrust($0.text))
    }
    guard let code = own?.text.uppercased() else { return unread(cells) }
    let year =
      columns["year"].flatMap { column in cells.first { $0.place.column == column }?.text } ?? sheetYear
    for cell in cells {
      guard let head = heads[cell.place.column] else { continue }
      try flow(
        isByArea ? code : head, isByArea ? head : code, cell, proportion: cell, patients: nil, total: nil,
        year: year)
    }
  }

  private func flow(
    _ area: String, _ trust: String, _ main: SheetCell?, proportion: SheetCell?, patients: SheetCell?,
    total: SheetCell?, year: String
  ) throws(FootprintsError) {
    let start = CalendarYear(year)?.year
    if years.count < 100 { years.insert(year) }
    if let wanted = options.year, start != wanted { return }
    let isSuppressed = [proportion, patients].contains { $0.map(Self.isSuppressed) ?? false }
    let share = number(proportion)
    if !isSuppressed, share == nil, number(patients) == nil {
      // An empty cell is no flow at all.
      if let main { unread([main]) }
      return
    }
    // No flow: most of a matrix.
    if share == "0", patients == nil, !isSuppressed { return }
    outcome.flows += 1
    if isSuppressed { outcome.suppressed += 1 }
    areas.insert(area)
    trusts.insert(trust)
    let line = CSVWriter.line([
      area, trust, share ?? "", number(patients) ?? "", number(total) ?? "", year,
      isSuppressed ? "true" : "false",
    ])
    try sink.write(Array(line.utf8))
  }

  private func number(_ cell: SheetCell?) -> String? {
    guard let cell else { return nil }
    switch cell.value {
    case .number(let text), .percent(let text): return text
    case .text(let text): return NumberText.double(text.trimmed) == nil ? nil : text.trimmed
    case .date, .flag, .error, .uncomputed: return nil
    }
  }

  private func unread(_ cells: [SheetCell]) {
    outcome.unreadCount += 1
    guard outcome.unread.count < 5, let first = cells.first else { return }
    outcome.unread.append("\(first.place.reference) '\(first.text.excerpt)'")
  }

  /// Signs for numbers that are too small to be told: `*`, `c`, `[c]`, `<8`, `..`, "suppressed".
  private static func isSuppressed(_ cell: SheetCell) -> Bool {
    guard case .text(let text) = cell.value else { return false }
    let word = text.trimmed.lowercased()
    return ["*", "c", "[c]", "..", "[x]", "x", "**", "~", "suppressed", "[u]"].contains(word)
      || word.hasPrefix("<")
      || word.hasPrefix("suppress")
  }

  /// `E02000001`, `W02...`, and LSOAs.
  private static func isArea(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    return bytes.count == 9 && (bytes[0] | 0x20 == 0x65 || bytes[0] | 0x20 == 0x77) && bytes[1] == 0x30
      && (bytes[2] == 0x31 || bytes[2] == 0x32) && bytes[3...].allSatisfy(NumberText.isDigit)
  }

  /// `RXC`, and the longer ones that there may be.
  private static func isTrust(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    return (3...5).contains(bytes.count) && [0x52, 0x54].contains(bytes[0])
      && bytes.allSatisfy { (0x41...0x5A).contains($0) || NumberText.isDigit($0) }
  }

  /// Throws where nothing was found.
  func finish() throws(FootprintsError) {
    (outcome.areas, outcome.trusts, outcome.years) = (
      areas.count, trusts.count, years.filter { !$0.isEmpty }.sorted()
    )
    if outcome.sheet.isEmpty {
      if let wanted = options.sheet {
        throw FootprintsError(
          .usage, "there is no sheet '\(wanted)'",
          remedy: suggestion(for: wanted, among: names, kind: "sheets"))
      }
      throw FootprintsError(
        .badData, "has no sheet of all admissions",
        remedy: "Name one with --sheet: \(CodeList(names, limit: 20, joinedBy: nil)).")
    }
    guard isFound else {
      throw FootprintsError(
        .badData,
        "no row of the sheet '\(outcome.sheet)' has headings of flows: codes of trusts above columns, or columns of small area, trust and proportion",
        remedy: "Name another with --sheet: \(CodeList(names, limit: 20, joinedBy: nil)).")
    }
    if let year = options.year, outcome.flows == 0 {
      throw FootprintsError(
        .usage, "there are no flows of \(year)",
        remedy: "There are: \(CodeList(outcome.years, joinedBy: nil)).")
    }
    if outcome.flows == 0 {
      throw FootprintsError(.badData, "the sheet '\(outcome.sheet)' has no flows below its headings")
    }
  }
}
