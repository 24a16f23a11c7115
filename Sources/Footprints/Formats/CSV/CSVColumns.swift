/// Some columns of a CSV file of any size, read from its mapped bytes on several threads.
///
/// The text is cut where lines begin. Such a place may be inside a quoted cell, so a stretch only counts when the one
/// before it, itself accepted, arrives at exactly that byte as the beginning of its next row; else that goes on through
/// it. So the result is that of reading from front to back, whatever the text holds.
package struct CSVColumns: Sendable {
  /// The numbers of each column that was asked for as one; not a number where a cell has none.
  package private(set) var numbers: [[Double]] = []
  /// The texts of each column that was asked for as one.
  package private(set) var texts: [[String]] = []
  /// Where each row begins in the file.
  package private(set) var rows: [Int] = []
  /// The rows that have more cells than the header, by position.
  package private(set) var long: [Int] = []
  /// How many rows have fewer.
  package private(set) var short = 0
  /// Whether texts were read as Windows-1252.
  package private(set) var isRecovered = false

  /// What is read of each row.
  struct Wanted: Sendable {
    /// The columns with numbers.
    var numbers: [Int]
    /// The columns with texts.
    var texts: [Int]
    /// The names of all columns.
    let header: [String]
  }

  /// Stretches shorter than this many bytes are not worth a thread.
  package static let leastStretch = 1 << 18

  private init(_ wanted: Wanted) {
    numbers = wanted.numbers.map { _ in [] }
    texts = wanted.texts.map { _ in [] }
  }

  /// Reads all rows from where the cursor is.
  ///
  /// Throws `badData` for a cell that is no number where one is wanted, a quoted cell that is not closed, text after its
  /// closing quote.
  init(
    _ cursor: CSVCursor, _ wanted: Wanted, jobs: Int, leastStretch: Int = CSVColumns.leastStretch
  ) throws(FootprintsError) {
    let length = cursor.end - cursor.at
    let count = max(1, min(jobs == 1 ? 1 : jobs * 4, length / max(1, leastStretch)))
    var starts = [cursor.offset]
    for cut in 1..<max(2, count) where count > 1 {
      let from = max(cursor.offset + length / count * cut, (starts.last ?? 0) + 1)
      guard let guess = Self.lineStart(cursor, after: from) else { break }
      starts.append(guess)
    }
    let stretches = starts
    var read = try parallelMap(count: starts.count, jobs: jobs) { index throws(FootprintsError) in
      Stretch(
        cursor.moved(to: stretches[index]), until: index + 1 < stretches.count ? stretches[index + 1] : .max,
        wanted)
    }
    self.init(wanted)
    var place = cursor.offset
    for index in stretches.indices where stretches[index] >= place {
      // A guess inside a cell: the stretch before went on through it and stopped after it.
      if stretches[index] > place {
        place = try append(Stretch(cursor.moved(to: place), until: stretches[index], wanted))
      }
      if stretches[index] == place {
        place = try append(read[index])
        read[index].giveUp(wanted)
      }
    }
    if place < cursor.end - cursor.start {
      _ = try append(Stretch(cursor.moved(to: place), until: .max, wanted))
    }
  }

  /// Takes over an accepted stretch, and returns where the next one begins.
  private mutating func append(_ stretch: borrowing Stretch) throws(FootprintsError) -> Int {
    if let error = stretch.error { throw error }
    let base = rows.count
    for index in numbers.indices { numbers[index] += stretch.columns.numbers[index] }
    for index in texts.indices { texts[index] += stretch.columns.texts[index] }
    rows += stretch.columns.rows
    long += stretch.columns.long.map { $0 + base }
    short += stretch.columns.short
    isRecovered = isRecovered || stretch.columns.isRecovered
    return stretch.next
  }

  /// The first beginning of a line after an offset.
  private static func lineStart(_ cursor: CSVCursor, after offset: Int) -> Int? {
    var p = cursor.start + offset
    while p < cursor.end, p.pointee != 0x0A { p += 1 }
    return p + 1 < cursor.end ? p + 1 - cursor.start : nil
  }

  /// Takes what is wanted of a row.
  fileprivate mutating func append(
    _ row: CSVCursor.Row, _ cells: UnsafeMutableBufferPointer<CSVCell>, _ wanted: Wanted, _ cursor: CSVCursor
  ) throws(FootprintsError) {
    for (index, column) in wanted.numbers.enumerated() {
      switch cells[column].number {
      case .number(let value): numbers[index].append(value)
      case .none: numbers[index].append(.nan)
      case .other:
        throw FootprintsError(
          .badData, "'\(cells[column].text(&isRecovered).excerpt)' is not a number",
          place: "\(cursor.line(of: cursor.start + row.start)), column \(wanted.header[column])",
          remedy: "Correct the cell; where there is no number, leave it empty.")
      }
    }
    for (index, column) in wanted.texts.enumerated() { texts[index].append(cells[column].text(&isRecovered)) }
    if row.columns < wanted.header.count { short += 1 }
    if row.columns > wanted.header.count, !row.endsEmpty { long.append(rows.count) }
    rows.append(row.start)
  }

  /// Some rows that are side by side.
  private struct Stretch: Sendable {
    private(set) var columns: CSVColumns
    /// Where the next row begins.
    private(set) var next: Int
    /// A failure, which only counts if the stretch is accepted.
    private(set) var error: FootprintsError?

    /// Reads rows until one begins at or after `stop`.
    init(_ cursor: CSVCursor, until stop: Int, _ wanted: Wanted) {
      var cursor = cursor
      columns = CSVColumns(wanted)
      next = cursor.offset
      let count = ((wanted.numbers + wanted.texts).max() ?? -1) + 1
      do throws(FootprintsError) {
        let cells = UnsafeMutableBufferPointer<CSVCell>.allocate(capacity: count)
        defer { cells.deallocate() }
        cells.initialize(repeating: CSVCell(start: cursor.start, count: 0))
        while cursor.offset < stop, let row = try cursor.next(cells) {
          try columns.append(row, cells, wanted, cursor)
        }
      } catch {
        self.error = error
      }
      next = cursor.offset
    }

    /// Forgets the rows, which somebody else has taken over.
    mutating func giveUp(_ wanted: Wanted) { columns = CSVColumns(wanted) }
  }
}
