/// A CSV file: a header and rows of text cells, each row with its line number for messages.
///
/// RFC 4180 and what real files do beyond it: a UTF-8 byte order mark, any line endings, padding spaces,
/// blank lines, rows longer or shorter than the header, text in Windows-1252. What was recovered is reported in
/// ``notices``; what cannot be read is an error with line and column.
///
/// Cells are slices of the file's bytes. Nothing becomes a String before it is asked for.
package struct CSVTable: Sendable {
  /// The file as the user named it, for messages.
  package let file: String
  /// The names of the columns, without padding.
  package let header: [String]
  /// What the reader had to say.
  package let notices: [Notice]

  private let bytes: [UInt8]
  private let cells: [CSVScanner.Cell]
  private let rows: [CSVScanner.Row]
  /// The files, each with its first row and the columns that it has; one unless tables were joined.
  private let files: [(name: String, firstRow: Int, columns: Set<Int>)]

  /// Reads the bytes of a file.
  ///
  /// Throws `badData`: an empty file, UTF-16, a NUL byte, a quoted cell without its closing quote, rows that are all
  /// longer than the header.
  package init(
    _ bytes: [UInt8], file: String, delimiter: UInt8 = UInt8(ascii: ",")
  ) throws(FootprintsError) {
    var notices: [Notice] = []
    var scanner: CSVScanner
    do throws(FootprintsError) {
      scanner = CSVScanner(
        try CSVEncoding.utf8(bytes, file: file, notices: &notices), delimiter: delimiter)
      try scanner.scan()
    } catch {
      throw error.inFile(file)
    }
    guard let first = scanner.rows.first else {
      throw FootprintsError(
        .badData, "the table is empty", file: file, remedy: "A header row with the column names is needed.")
    }
    self.file = file
    self.bytes = scanner.bytes
    let header = scanner.cells[first.cells].map { String(decoding: scanner.bytes[$0.range], as: UTF8.self) }
    let body = Array(scanner.rows.dropFirst())
    self.cells = scanner.cells
    if Self.beginsWithRowNumbers(body, header: header.count, scanner: scanner) {
      // R's write.table leaves the column of row names out of the header.
      self.header = [""] + header
      notices.append(
        Notice(
          .information, "row-numbers",
          "\(file): the header has one name fewer than the rows have cells; the first cells number the rows"))
    } else {
      self.header = header
      try Self.refuseLongRows(body, header: header.count, scanner: scanner, file: file)
    }
    rows = body
    files = [(file, 0, Set(self.header.indices))]
    self.notices =
      notices + Self.raggedRows(body, header: self.header.count, scanner: scanner, file: file)
      + Self.repeatedNames(self.header, file: file)
  }

  /// The rows of several tables one after the other; columns of one name are one, letter case and the like aside, and so
  /// are those that go by several names.
  ///
  /// Throws `badData` where all of them together are too large.
  init(joining tables: [CSVTable], columns known: [ColumnNames] = []) throws(FootprintsError) {
    guard let first = tables.first else { throw FootprintsError(.fault, "no table to join") }
    if tables.count == 1 {
      self = first
      return
    }
    guard tables.reduce(0, { $0 + $1.bytes.count }) < Int(Int32.max) else {
      throw FootprintsError(
        .badData, "the tables of one role are together larger than 2 GiB", file: first.file)
    }
    var (header, bytes, cells, rows) = ([String](), [UInt8](), [CSVScanner.Cell](), [CSVScanner.Row]())
    var places: [String: Int] = [:]
    // A column that goes by several names has the first of them in all tables that have it.
    let headers = tables.map { table in
      var names = table.header
      for column in known { if let place = table.column(column) { names[place] = column.names[0] } }
      return names
    }
    for name in headers.joined() where places[name.fieldKey] == nil {
      places[name.fieldKey] = header.count
      header.append(name)
    }
    var files: [(name: String, firstRow: Int, columns: Set<Int>)] = []
    for (table, names) in zip(tables, headers) {
      let offset = Int32(bytes.count)
      // Of columns of one name in a table the first counts.
      var from = [Int?](repeating: nil, count: header.count)
      for (column, name) in names.enumerated() {
        if let place = places[name.fieldKey], from[place] == nil { from[place] = column }
      }
      files.append((table.file, rows.count, Set(from.indices.filter { from[$0] != nil })))
      for row in table.rows {
        let start = cells.count
        for column in from {
          let cell = column.flatMap { $0 < row.cells.count ? table.cells[row.cells.lowerBound + $0] : nil }
          cells.append(
            cell.map { CSVScanner.Cell(start: $0.start + offset, end: $0.end + offset) }
              ?? CSVScanner.Cell(start: 0, end: 0))
        }
        rows.append(CSVScanner.Row(cells: start..<cells.count, line: row.line))
      }
      bytes += table.bytes
    }
    file = "\(CodeList(tables.map(\.file), limit: 3, joinedBy: nil))"
    notices = tables.flatMap(\.notices)
    (self.header, self.bytes, self.cells, self.rows, self.files) = (header, bytes, cells, rows, files)
  }

  /// The file that a row is in.
  private func file(of row: Int) -> String { files.last { $0.firstRow <= row }?.name ?? file }

  /// Whether the file that a row is in has a column.
  func has(_ column: Int, in row: Int) -> Bool {
    files.last { $0.firstRow <= row }?.columns.contains(column) ?? false
  }

  /// How many rows follow the header.
  package var count: Int { rows.count }

  /// The line on which a row begins, counted from 1.
  package func line(of row: Int) -> Int { Int(rows[row].line) }

  /// The text of a cell; empty where the row ends before the column.
  package subscript(row: Int, column: Int) -> String {
    guard let slice = slice(row, column) else { return "" }
    return String(decoding: slice, as: UTF8.self)
  }

  /// The text of a cell without padding inside its quotes either, for codes and words.
  package func word(_ row: Int, _ column: Int) -> String {
    guard let slice = slice(row, column) else { return "" }
    func isPadding(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
    guard let first = slice.firstIndex(where: { !isPadding($0) }),
      let last = slice.lastIndex(where: { !isPadding($0) })
    else { return "" }
    return String(decoding: slice[first...last], as: UTF8.self)
  }

  /// The word in a column that may be absent; empty where it is.
  package func word(_ row: Int, _ column: Int?) -> String {
    if let column { word(row, column) } else { "" }
  }

  private func slice(_ row: Int, _ column: Int) -> ArraySlice<UInt8>? {
    let range = rows[row].cells
    guard column >= 0, column < range.count else { return nil }
    return bytes[cells[range.lowerBound + column].range]
  }

  /// The column with one of the names, in the order of the names; letter case, spaces, underscores and
  /// hyphens do not matter. Of columns with the same name, the first.
  package func column(named candidates: String...) -> Int? { column(named: candidates) }

  /// The column with one of the names; see the other spelling.
  package func column(named candidates: [String]) -> Int? {
    let keys = header.map(\.fieldKey)
    for candidate in candidates {
      if let index = keys.firstIndex(of: candidate.fieldKey) { return index }
    }
    return nil
  }

  /// The column with one of the names, or an error that lists the columns there are.
  package func requiredColumn(named candidates: String...) throws(FootprintsError) -> Int {
    if let column = column(named: candidates) { return column }
    throw missingColumn(candidates.first ?? "")
  }

  /// The column that holds codes of an index: the one preferred if it does as well as any, else the one with the
  /// largest part of its cells among them; nil where no column has any.
  package func column(holding codes: CodeIndex, preferred: Int?) -> Int? {
    func share(_ column: Int, of rows: some Sequence<Int>) -> Double {
      let words = rows.map { word($0, column) }.filter { !$0.isEmpty }
      return ratio(Double(codes.positions(of: words).count), Double(words.count))
    }
    // A column by its name that fits is not questioned, and a few rows from all over the table show that.
    let sample = stride(from: 0, to: count, by: max(1, count / 100))
    if let preferred, share(preferred, of: sample) > 0.5 { return preferred }
    var best = (column: preferred, share: preferred.map { share($0, of: 0..<count) } ?? 0)
    for column in header.indices where column != preferred {
      let share = share(column, of: 0..<count)
      if share > best.share { best = (column, share) }
    }
    return best.share > 0 ? best.column : nil
  }

  /// The error for a column that is needed and missing.
  package func missingColumn(_ name: String) -> FootprintsError {
    return FootprintsError(
      .badData, "there is no column \(name)", file: file, place: "line 1",
      remedy: "The columns are: \(CodeList(header, limit: 20, joinedBy: nil)).")
  }

  /// An error about one row.
  package func failure(
    _ message: String, row: Int, remedy: String? = nil, reason: Reason? = nil
  ) -> FootprintsError {
    FootprintsError(
      .badData, message, file: file(of: row), place: "line \(line(of: row))", remedy: remedy, reason: reason)
  }

  /// A warning that rows are left out because something is missing in them; none for no rows.
  package func leftOut(_ rows: [Int], without what: String) -> [Notice] {
    if rows.isEmpty { return [] }
    return [
      Notice(.warning, "incomplete-row", "\(file): rows without \(what) are left out (\(lines(of: rows)))")
    ]
  }

  /// "line 4", or "lines 4, 9, 12 and 30 more", for notices about several rows.
  package func lines(of rows: [Int]) -> String {
    if files.count == 1 { return Self.lines(rows.map(line)) }
    let shown = rows.prefix(5).map { "\(file(of: $0)) line \(line(of: $0))" }.joined(separator: ", ")
    return rows.count > 5 ? "\(shown) and \(rows.count - 5) more" : shown
  }

  private static func lines(_ numbers: [Int]) -> String {
    let shown = numbers.prefix(5).map(String.init).joined(separator: ", ")
    let rest = numbers.count > 5 ? " and \(numbers.count - 5) more" : ""
    return "\(Wording.form(numbers.count, "line", "lines")) \(shown)\(rest)"
  }
}

extension CSVTable {
  /// Whether every row has exactly one cell more than the header and the first cells count 1, 2, 3 ...
  private static func beginsWithRowNumbers(
    _ rows: [CSVScanner.Row], header: Int, scanner: CSVScanner
  ) -> Bool {
    guard !rows.isEmpty, rows.allSatisfy({ $0.cells.count == header + 1 }) else { return false }
    return rows.enumerated().allSatisfy { index, row in
      scanner.bytes[scanner.cells[row.cells.lowerBound].range].elementsEqual(String(index + 1).utf8)
    }
  }

  /// Rows that are all longer than the header by the same number have something in them that parts a cell in two, such
  /// as thousands that are not quoted (`1,000`): every column after it would be wrong.
  private static func refuseLongRows(
    _ rows: [CSVScanner.Row], header: Int, scanner: CSVScanner, file: String
  ) throws(FootprintsError) {
    guard let first = rows.first, first.cells.count > header,
      rows.allSatisfy({ $0.cells.count == first.cells.count }),
      // Empty cells beyond the header are only trailing commas.
      rows.contains(where: { row in
        row.cells.dropFirst(header).contains { !scanner.cells[$0].range.isEmpty }
      })
    else { return }
    let more = first.cells.count - header
    throw FootprintsError(
      .badData, "every row has \(Wording.plural(more, "cell")) more than the header has names", file: file,
      place: "line \(first.line)",
      remedy: "Quote numbers written with thousands (\"1,000\"), or name all columns in the header.")
  }

  private static func raggedRows(
    _ rows: [CSVScanner.Row], header: Int, scanner: CSVScanner, file: String
  ) -> [Notice] {
    let short = rows.filter { $0.cells.count < header }.map { Int($0.line) }
    // Empty cells beyond the header are only trailing commas.
    let long = rows.filter { row in
      row.cells.count > header && row.cells.dropFirst(header).contains { !scanner.cells[$0].range.isEmpty }
    }.map { Int($0.line) }
    var notices: [Notice] = []
    if !short.isEmpty {
      notices.append(
        Notice(
          .warning, "short-rows",
          "\(file): rows with fewer cells than the header: \(short.count) (\(lines(short))); the missing cells "
            + "are taken as empty"))
    }
    if !long.isEmpty {
      notices.append(
        Notice(
          .warning, "long-rows",
          "\(file): rows with more cells than the header: \(long.count) (\(lines(long))); the cells without a "
            + "column name are not used"))
    }
    return notices
  }

  private static func repeatedNames(_ header: [String], file: String) -> [Notice] {
    var seen: Set<String> = []
    var repeated: [String] = []
    for name in header where !name.isEmpty {
      if !seen.insert(name.fieldKey).inserted { repeated.append(name) }
    }
    guard !repeated.isEmpty else { return [] }
    return [
      Notice(
        .warning, "repeated-column",
        "\(file): the header repeats \(CodeList(repeated, joinedBy: nil)); the first column of that name is used"
      )
    ]
  }
}
