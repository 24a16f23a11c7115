/// Finds the cells of a CSV file in one pass over its bytes.
struct CSVScanner {
  /// One cell: where its text is in ``bytes``.
  struct Cell {
    var start: Int32
    var end: Int32

    var range: Range<Int> { Int(start)..<Int(end) }
  }

  /// One row that holds anything.
  struct Row {
    /// Its cells.
    var cells: Range<Int>
    /// The line on which it begins, counted from 1.
    var line: Int32
  }

  /// The file, followed by the text of the cells that had doubled quotes.
  private(set) var bytes: [UInt8]
  private(set) var cells: [Cell] = []
  private(set) var rows: [Row] = []

  private let end: Int
  private let delimiter: UInt8
  private var position = 0
  private var line: Int32 = 1
  private var lineStart = 0

  private static let quote = UInt8(ascii: "\"")
  private static let newline = UInt8(ascii: "\n")
  private static let carriageReturn = UInt8(ascii: "\r")

  /// Precondition: UTF-8 without byte order mark, shorter than 1 GiB (``CSVEncoding``), so that positions fit
  /// 32 bits even with every cell unescaped after the file.
  init(_ bytes: [UInt8], delimiter: UInt8 = UInt8(ascii: ",")) {
    self.bytes = bytes
    self.delimiter = delimiter
    end = bytes.count
  }

  /// Reads all rows. Rows without any text, such as blank lines and lines of commas, are left out.
  mutating func scan() throws(FootprintsError) {
    while position < end {
      let first = cells.count
      let start = line
      var hasText = false
      var rowContinues = true
      while rowContinues {
        skipPadding()
        if position < end, bytes[position] == Self.quote {
          try scanQuoted()
        } else {
          scanPlain()
        }
        if let cell = cells.last, cell.end > cell.start { hasText = true }
        if position < end, bytes[position] == delimiter {
          position += 1
        } else {
          rowContinues = false
        }
      }
      skipLineEnd()
      if hasText {
        rows.append(Row(cells: first..<cells.count, line: start))
      } else {
        cells.removeSubrange(first...)
      }
    }
  }

  private mutating func skipPadding() {
    while position < end, bytes[position] != delimiter, bytes[position] == 0x20 || bytes[position] == 0x09 {
      position += 1
    }
  }

  private mutating func scanPlain() {
    let start = position
    var last = start
    while position < end {
      let byte = bytes[position]
      if byte == delimiter || byte == Self.newline || byte == Self.carriageReturn { break }
      position += 1
      if byte != 0x20 && byte != 0x09 { last = position }
    }
    cells.append(Cell(start: Int32(start), end: Int32(last)))
  }

  private mutating func scanQuoted() throws(FootprintsError) {
    let opening = place
    position += 1
    let start = position
    var hasDoubledQuotes = false
    while position < end {
      let byte = bytes[position]
      if byte == Self.quote {
        guard position + 1 < end, bytes[position + 1] == Self.quote else { break }
        hasDoubledQuotes = true
        position += 2
      } else if byte == Self.newline || byte == Self.carriageReturn {
        skipLineEnd()
      } else {
        position += 1
      }
    }
    guard position < end else {
      throw FootprintsError(
        .badData, "a quoted cell is not closed", place: opening, remedy: "Add the closing quote.")
    }
    let cellEnd = position
    position += 1
    skipPadding()
    if position < end {
      let next = bytes[position]
      guard next == delimiter || next == Self.newline || next == Self.carriageReturn else {
        throw FootprintsError(
          .badData, "text follows the closing quote of a cell", place: place,
          remedy: "Double the quotes inside a quoted cell.")
      }
    }
    guard hasDoubledQuotes else {
      cells.append(Cell(start: Int32(start), end: Int32(cellEnd)))
      return
    }
    let unescaped = bytes.count
    var index = start
    while index < cellEnd {
      bytes.append(bytes[index])
      index += bytes[index] == Self.quote ? 2 : 1
    }
    cells.append(Cell(start: Int32(unescaped), end: Int32(bytes.count)))
  }

  private mutating func skipLineEnd() {
    guard position < end else { return }
    if bytes[position] == Self.carriageReturn, position + 1 < end, bytes[position + 1] == Self.newline {
      position += 1
    }
    position += 1
    line += 1
    lineStart = position
  }

  /// The current place for messages; the column counts characters, not bytes.
  private var place: String {
    let column = bytes[lineStart..<position].count { $0 & 0xC0 != 0x80 } + 1
    return "line \(line), column \(column)"
  }
}
