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

  /// Reads the bytes of a file.
  ///
  /// Throws `badData`: an empty file, UTF-16, a NUL byte, a quoted cell without its closing quote.
  package init(_ bytes: [UInt8], file: String) throws(FootprintsError) {
    var notices: [Notice] = []
    var scanner: CSVScanner
    do throws(FootprintsError) {
      scanner = CSVScanner(try CSVEncoding.utf8(bytes, file: file, notices: &notices))
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
    }
    rows = body
    self.notices =
      notices + Self.raggedRows(body, header: self.header.count, scanner: scanner, file: file)
      + Self.repeatedNames(self.header, file: file)
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

  /// The error for a column that is needed and missing.
  package func missingColumn(_ name: String) -> FootprintsError {
    let present = header.prefix(20).joined(separator: ", ")
    return FootprintsError(
      .badData, "there is no column \(name)", file: file, place: "line 1",
      remedy: "The columns are: \(present)\(header.count > 20 ? ", ..." : "").")
  }

  /// An error about one row.
  package func failure(
    _ message: String, row: Int, remedy: String? = nil
  ) -> FootprintsError {
    FootprintsError(.badData, message, file: file, place: "line \(line(of: row))", remedy: remedy)
  }

  /// "line 4", or "lines 4, 9, 12 and 30 more", for notices about several rows.
  package func lines(of rows: [Int]) -> String { Self.lines(rows.map(line)) }

  private static func lines(_ numbers: [Int]) -> String {
    let shown = numbers.prefix(5).map(String.init).joined(separator: ", ")
    let rest = numbers.count > 5 ? " and \(numbers.count - 5) more" : ""
    return (numbers.count == 1 ? "line " : "lines ") + shown + rest
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
        "\(file): the header repeats \(repeated.joined(separator: ", ")); the first column of that name is used"
      )
    ]
  }
}
