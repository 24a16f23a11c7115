/// Goes through the rows of a CSV text and builds nothing: of each row it finds the cells of the first columns, and counts
/// the others.
///
/// It reads what `CSVScanner` reads (RFC 4180 and what real files do beyond it). That keeps every cell of a table; this is
/// for tables of millions of rows of which a few columns matter.
///
/// Unchecked Sendable: the pointers are into bytes that nothing writes (`FileBytes`), and `parallelMap`, the only way a
/// cursor comes to another thread, returns before `withBytes` does.
struct CSVCursor: @unchecked Sendable {
  let start: UnsafePointer<UInt8>
  let end: UnsafePointer<UInt8>
  private(set) var at: UnsafePointer<UInt8>
  let delimiter: UInt8

  /// One row that holds anything.
  struct Row {
    /// Where it begins in the text.
    let start: Int
    /// How many cells it has.
    let columns: Int
    /// Whether the last of them has no text, as after a comma at the end of the line.
    let endsEmpty: Bool
  }

  /// Precondition: `bytes` are not empty.
  init?(_ bytes: UnsafeBufferPointer<UInt8>, from offset: Int = 0, delimiter: UInt8) {
    guard let base = bytes.baseAddress, !bytes.isEmpty else { return nil }
    (start, end, at) = (base, base + bytes.count, base + offset)
    self.delimiter = delimiter
  }

  /// Where the cursor is in the text.
  var offset: Int { at - start }

  /// The same text with the cursor elsewhere.
  func moved(to offset: Int) -> CSVCursor {
    var copy = self
    copy.at = start + offset
    return copy
  }

  /// "line 3", for messages.
  func line(of place: UnsafePointer<UInt8>) -> String {
    var line = 1
    var p = start
    while p < place {
      if p.pointee == 0x0A || (p.pointee == 0x0D && (p + 1 == end || p[1] != 0x0A)) { line += 1 }
      p += 1
    }
    return "line \(line)"
  }

  private func failure(
    _ message: String, at place: UnsafePointer<UInt8>, remedy: String
  ) -> FootprintsError {
    FootprintsError(.badData, message, place: line(of: place), remedy: remedy)
  }

  /// Consumes the next row that holds any text and finds its first cells, as many as there is room for; cells that the row
  /// does not have are empty. Nil at the end.
  mutating func next(_ cells: UnsafeMutableBufferPointer<CSVCell>) throws(FootprintsError) -> Row? {
    while at < end {
      let first = at
      var count = 0
      var hasText = false
      var rest = (count: 0, hasText: false)
      while true {
        if count == cells.count {
          rest = try skipRest()
          break
        }
        let cell = try cell()
        cells[count] = cell
        count += 1
        if cell.count > 0 { hasText = true }
        guard at < end, at.pointee == delimiter else { break }
        at += 1
      }
      let last = at
      skipLineEnd()
      guard hasText || rest.hasText else { continue }
      let columns = count + rest.count
      while count < cells.count {
        cells[count] = CSVCell(start: last, count: 0)
        count += 1
      }
      return Row(
        start: first - start, columns: columns, endsEmpty: last > first && (last - 1).pointee == delimiter)
    }
    return nil
  }

  @inline(__always)
  private mutating func cell() throws(FootprintsError) -> CSVCell {
    skipPadding()
    if at < end, at.pointee == Self.quote { return try quoted() }
    let first = at
    while at < end {
      let byte = at.pointee
      if byte == delimiter || byte == Self.newline || byte == Self.carriageReturn { break }
      at += 1
    }
    var last = at
    while last > first, (last - 1).pointee == 0x20 || (last - 1).pointee == 0x09 { last -= 1 }
    return CSVCell(start: first, count: last - first)
  }

  /// Consumes a cell in quotes, and the padding behind it.
  private mutating func quoted() throws(FootprintsError) -> CSVCell {
    let opening = at
    at += 1
    let first = at
    var hasDoubledQuotes = false
    while at < end {
      if at.pointee == Self.quote {
        guard at + 1 < end, at[1] == Self.quote else { break }
        hasDoubledQuotes = true
        at += 1
      }
      at += 1
    }
    guard at < end else {
      throw failure("a quoted cell is not closed", at: opening, remedy: "Add the closing quote.")
    }
    let cell = CSVCell(start: first, count: at - first, hasDoubledQuotes: hasDoubledQuotes)
    at += 1
    skipPadding()
    if at < end {
      let next = at.pointee
      guard next == delimiter || next == Self.newline || next == Self.carriageReturn else {
        throw failure(
          "text follows the closing quote of a cell", at: at,
          remedy: "Double the quotes inside a quoted cell.")
      }
    }
    return cell
  }

  /// Goes to the end of the row, eight bytes at a time, from the beginning of a cell. Returns how many cells there are,
  /// and whether any has text.
  private mutating func skipRest() throws(FootprintsError) -> (count: Int, hasText: Bool) {
    let first = at
    var delimiters = 0
    while at < end {
      if end - at >= 8 {
        let word = UnsafeRawPointer(at).loadUnaligned(as: UInt64.self).littleEndian
        let stops =
          Self.places(of: Self.newline, in: word) | Self.places(of: Self.carriageReturn, in: word)
          | Self.places(of: Self.quote, in: word)
        let found = Self.places(of: delimiter, in: word)
        // All bytes below the first stop; all eight where there is none.
        delimiters += (found & ((stops & (0 &- stops)) &- 1)).nonzeroBitCount
        at += stops == 0 ? 8 : stops.trailingZeroBitCount >> 3
        if stops == 0 { continue }
      }
      let byte = at.pointee
      if byte == Self.newline || byte == Self.carriageReturn { break }
      if byte == Self.quote, beginsCell(at, after: first) {
        _ = try quoted()
      } else {
        if byte == delimiter { delimiters += 1 }
        at += 1
      }
    }
    return (delimiters + 1, at - first > delimiters)
  }

  /// 0x80 in every byte that is `byte`.
  @inline(__always)
  private static func places(of byte: UInt8, in word: UInt64) -> UInt64 {
    let low: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
    let different = word ^ (0x0101_0101_0101_0101 &* UInt64(byte))
    return ~(((different & low) &+ low) | different | low)
  }

  /// Whether a quote is the first thing in its cell.
  private func beginsCell(_ quote: UnsafePointer<UInt8>, after first: UnsafePointer<UInt8>) -> Bool {
    var p = quote
    while p > first, (p - 1).pointee != delimiter, (p - 1).pointee == 0x20 || (p - 1).pointee == 0x09 {
      p -= 1
    }
    return p == first || (p - 1).pointee == delimiter
  }

  @inline(__always)
  private mutating func skipPadding() {
    while at < end, at.pointee == 0x20 || at.pointee == 0x09, at.pointee != delimiter { at += 1 }
  }

  private mutating func skipLineEnd() {
    guard at < end else { return }
    if at.pointee == Self.carriageReturn, at + 1 < end, at[1] == Self.newline { at += 1 }
    at += 1
  }

  private static let quote = UInt8(ascii: "\"")
  private static let newline = UInt8(ascii: "\n")
  private static let carriageReturn = UInt8(ascii: "\r")
}
