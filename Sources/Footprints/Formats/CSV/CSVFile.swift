/// A CSV file of any size: its header, and its columns when they are asked for. Nothing of it is copied.
package struct CSVFile: Sendable {
  let bytes: FileBytes
  let delimiter: UInt8
  /// The names of the columns, without padding.
  package let header: [String]
  /// Where the rows after the header begin.
  let body: Int
  /// What there was to say about the header.
  package let notices: [Notice]

  /// Reads the header. Where it has no comma, a semicolon or tab in it parts the cells.
  ///
  /// Throws `badData` for what is no text with a header.
  package init(_ bytes: FileBytes, delimiter stated: UInt8? = nil) throws(FootprintsError) {
    do throws(FootprintsError) {
      (delimiter, header, body) = try bytes.withBytes { (raw) throws(FootprintsError) in
        try Self.header(raw.assumingMemoryBound(to: UInt8.self), stated)
      }
    } catch {
      throw error.inFile(bytes.name)
    }
    self.bytes = bytes
    guard stated == nil, delimiter != UInt8(ascii: ",") else {
      notices = []
      return
    }
    let what = delimiter == 0x09 ? "tabs" : "semicolons"
    notices = [Notice(.information, "delimiter", "\(bytes.name): \(what) part its cells")]
  }

  private static func header(
    _ text: UnsafeBufferPointer<UInt8>, _ stated: UInt8?
  ) throws(FootprintsError) -> (delimiter: UInt8, names: [String], body: Int) {
    try refuse(text)
    let start = text.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var delimiter = stated ?? UInt8(ascii: ",")
    let first = text[start...].prefix { $0 != 0x0A && $0 != 0x0D }
    if stated == nil, !first.contains(delimiter) {
      delimiter = [UInt8(ascii: ";"), 0x09].first(where: first.contains) ?? delimiter
    }
    let none = UnsafeMutableBufferPointer<CSVCell>(start: nil, count: 0)
    guard var cursor = CSVCursor(text, from: start, delimiter: delimiter), let row = try cursor.next(none)
    else {
      throw FootprintsError(
        .badData, "the table is empty", remedy: "A header row with the column names is needed.")
    }
    var scanner = CSVScanner(Array(text[row.start..<cursor.offset]), delimiter: delimiter)
    try scanner.scan()
    let names = scanner.cells.map { String(decoding: scanner.bytes[$0.range], as: UTF8.self) }
    return (delimiter, names, cursor.offset)
  }

  /// Whether some bytes begin with a line of several names that commas, semicolons or tabs part, as a table does and no other
  /// text format that is read.
  static func looksLikeTable(_ bytes: UnsafeRawBufferPointer) -> Bool {
    let text = bytes.assumingMemoryBound(to: UInt8.self)
    let start = UnsafeBufferPointer(rebasing: text.prefix(1 << 16))
    // A quote may begin a name; a brace or an angle bracket begins JSON or XML.
    guard let first = start.first(where: { $0 > 0x20 }), !"{[<".utf8.contains(first),
      let (_, names, _) = try? header(start, nil), names.count > 1
    else { return false }
    return names.allSatisfy { name in
      !name.isEmpty && Double(name) == nil
        && name.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0xFFFD }
    }
  }

  /// Refuses what is certainly no CSV, by its name where that is known.
  private static func refuse(_ text: UnsafeBufferPointer<UInt8>) throws(FootprintsError) {
    if text.starts(with: [0xFF, 0xFE]) || text.starts(with: [0xFE, 0xFF]) {
      throw FootprintsError(.badData, "the text is UTF-16", remedy: "Save the table as UTF-8.")
    }
    if text.starts(with: [0x50, 0x4B, 0x03, 0x04]) || text.starts(with: [0x1F, 0x8B]) {
      throw FootprintsError(
        .badData, "is a compressed file or a workbook, not CSV",
        remedy: "Unpack it, or save the sheet as CSV in UTF-8.")
    }
    if text.prefix(1 << 12).contains(0) {
      throw FootprintsError(
        .badData, "has a NUL byte, so it is not text", remedy: "Save the table as CSV in UTF-8.")
    }
  }

  /// Some columns, as numbers or as texts, on up to `jobs` threads; the result does not depend on their number.
  ///
  /// Throws as `CSVColumns` does, and `badData` where every row has more cells than the header has names.
  package func columns(
    numbers: [Int] = [], texts: [Int] = [], jobs: Int, leastStretch: Int = CSVColumns.leastStretch
  ) throws(FootprintsError) -> CSVColumns {
    let wanted = CSVColumns.Wanted(numbers: numbers, texts: texts, header: header)
    do throws(FootprintsError) {
      return try bytes.withBytes { (raw) throws(FootprintsError) in
        guard
          let cursor = CSVCursor(
            raw.assumingMemoryBound(to: UInt8.self), from: body, delimiter: delimiter)
        else { throw FootprintsError(.badData, "the table is empty") }
        let columns = try CSVColumns(cursor, wanted, jobs: jobs, leastStretch: leastStretch)
        if let first = columns.long.first, columns.long.count == columns.rows.count {
          throw FootprintsError(
            .badData, "every row has more cells than the header has names",
            place: cursor.line(of: cursor.start + columns.rows[first]),
            remedy: "Quote numbers written with thousands (\"1,000\"), or name all columns in the header.")
        }
        return columns
      }
    } catch {
      throw error.inFile(bytes.name)
    }
  }

  /// What was recovered while reading columns.
  package func notices(of columns: CSVColumns) -> [Notice] {
    var notices: [Notice] = []
    if columns.isRecovered {
      notices.append(
        Notice(.warning, "not-utf-8", "\(bytes.name): text that is not UTF-8 was read as Windows-1252"))
    }
    if columns.short > 0 {
      notices.append(
        Notice(
          .warning, "short-rows",
          "\(bytes.name): \(Wording.plural(columns.short, "row")) with fewer cells than the header; the missing cells are taken as empty"
        ))
    }
    if !columns.long.isEmpty {
      notices.append(
        Notice(
          .warning, "long-rows",
          "\(bytes.name): \(Wording.plural(columns.long.count, "row")) with more cells than the header; the cells without a column name are not used"
        ))
    }
    return notices
  }
}

/// The columns of a CSV file as fields of its rows, read when they are asked for.
extension CSVFile: FeatureAttributes {
  /// The names of the columns.
  package var fields: [String] { header }

  /// The cells of a column; nil where they are empty.
  package func values(of field: String) throws(FootprintsError) -> [String?] {
    guard let column = header.firstIndex(of: field) else {
      return Array(repeating: nil, count: try columns(jobs: 1).rows.count)
    }
    return try columns(texts: [column], jobs: 1).texts[0].map { $0.isEmpty ? nil : $0 }
  }
}
