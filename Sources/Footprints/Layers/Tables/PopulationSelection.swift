/// Chooses the rows of a population table that together count everybody once, where several are about one area.
///
/// Such rows are years, of which the latest counts; parts next to a row of all people, which counts alone; or parts
/// without one, by sex and age or by smaller areas, which are added up. What else tells them apart is
/// refused: nothing says whether they are parts.
struct PopulationSelection {
  private let table: CSVTable
  private let code: Int
  private let value: Int
  /// The rows to be used, in order.
  private(set) var rows: [Int]
  /// The column by which rows of one area are its parts and are added up; nil where they are not.
  private(set) var parts: Int?
  /// What was chosen.
  private(set) var notices: [Notice] = []

  /// `code` and `value` are the columns of codes and of people.
  ///
  /// Throws `badData` where rows of one area are told apart by something that does not say how they go together.
  init(_ table: CSVTable, code: Int, value: Int) throws(FootprintsError) {
    (self.table, self.code, self.value) = (table, code, value)
    rows = (0..<table.count).filter {
      !table.word($0, code).isEmpty && !table.word($0, value).isEmpty
    }
    guard repeats else {
      noteYears()
      return
    }
    for column in telling where RowKinds.isYear(key(column)) {
      if let latest = RowKinds.latest(of: rows, in: table, column) {
        rows = latest.rows
        notices.append(latest.notice)
      }
    }
    for column in telling { chooseTotal(column) }
    let left = telling
    if !left.isEmpty { try addUp(left) }
  }

  /// Says that numbers are of several years although each area has one.
  private mutating func noteYears() {
    for column in table.header.indices where column != code && column != value && RowKinds.isYear(key(column))
    {
      guard let latest = RowKinds.latest(of: rows, in: table, column) else { continue }
      let older = rows.count - latest.rows.count
      notices.append(
        Notice(
          .warning, "years-mixed",
          "\(table.file): \(Wording.plural(older, "row")) of \(Wording.grouped(rows.count)) \(older == 1 ? "is" : "are") not of the latest \(table.header[column]); they count all the same, as there is no other number"
        ))
    }
  }

  private func key(_ column: Int) -> String { table.header[column].fieldKey }

  /// Codes are compared as they are written: those of small areas may differ in letter case alone.
  private var repeats: Bool { RowKinds.haveRepetitions(rows, in: table, [code], spelling: \.self) }

  /// The columns of words and codes in which rows of one area differ.
  private var telling: [Int] {
    table.header.indices.filter { column in
      guard column != code, column != value, !table.header[column].isEmpty else { return false }
      var isOfWords = RowKinds.isGroup(key(column)) || isCode(column)
      var differ = false
      var first: [String: String] = [:]
      for row in rows {
        let word = table.word(row, column)
        if !isOfWords, !word.isEmpty, NumberText.double(word) == nil { isOfWords = true }
        if let known = first.updateValue(word, forKey: table.word(row, code)), known != word { differ = true }
      }
      return isOfWords && differ
    }
  }

  private func isCode(_ column: Int) -> Bool {
    FieldDetection.codeField(among: [table.header[column]]) != nil
  }

  private mutating func chooseTotal(_ column: Int) {
    guard let total = RowKinds.total(of: rows, in: table, column, code: "total-chosen") else { return }
    rows = total.rows
    notices.append(total.notice)
  }

  // MARK: Parts

  /// Checks that rows of one area, told apart by some columns, are parts of it.
  private mutating func addUp(_ columns: [Int]) throws(FootprintsError) {
    let people = columns.filter { RowKinds.dividesPeople(key($0)) }
    if let column = people.first(where: overlapEachOther) { throw refusal(column) }
    let areas = columns.filter { isCode($0) && !people.contains($0) && !numbersRows($0) }
    let parts = areas + people
    for column in columns where !parts.contains(column) && !numbersRows(column) {
      // The name of a smaller area, or of an age, goes with its code.
      if !parts.contains(where: { RowKinds.determines(rows, in: table, $0, column) }) {
        throw refusal(column)
      }
    }
    // Where only numbers of rows tell them apart, nothing does.
    guard let first = parts.first else { return }
    // A part with two rows shows that there is another difference, or a row too many.
    if RowKinds.haveRepetitions(rows, in: table, [code] + parts, spelling: \.self) { throw refusal(first) }
    if people.isEmpty, let place = sameNumbers {
      throw table.failure(
        "every row of one \(table.header[code]) has the same number of people, which may be that of all of it together",
        row: place,
        remedy: "Keep one row for each \(table.header[code]), or the numbers of its parts alone.")
    }
    self.parts = first
  }

  private func refusal(_ column: Int) -> FootprintsError {
    var first: [String: Int] = [:]
    var place = rows.first ?? 0
    for row in rows {
      if let known = first[table.word(row, code)] {
        if table.word(known, column) != table.word(row, column) {
          place = row
          break
        }
      } else {
        first[table.word(row, code)] = row
      }
    }
    return table.failure(
      "rows of \(table.word(place, code)) differ in \(table.header[column]), and nothing says that they are parts of it, each once",
      row: place, remedy: "Keep one row for each code.")
  }

  /// Whether a column counts the rows: such numbers are codes of nothing. Rows that were left out leave gaps in both.
  private func numbersRows(_ column: Int) -> Bool {
    var distance: Int?
    return rows.allSatisfy { row in
      guard let number = Int(table.word(row, column)) else { return false }
      // A file may hold any integer.
      let (found, overflow) = number.subtractingReportingOverflow(row)
      defer { distance = found }
      return !overflow && distance ?? found == found
    }
  }

  /// A row with the number of another of the same area, where all rows of every area have one number: smaller areas do
  /// not agree so by accident. Nil where numbers differ.
  private var sameNumbers: Int? {
    var first: [String: String] = [:]
    var place: Int?
    for row in rows {
      let number = table.word(row, value)
      if let known = first.updateValue(number, forKey: table.word(row, code)) {
        if known != number { return nil }
        if place == nil { place = row }
      }
    }
    return place
  }

  /// Whether ages in a column overlap each other, as 65 and over and 75 and over do.
  private func overlapEachOther(_ column: Int) -> Bool {
    let ranges = Set(rows.map { table.word($0, column) }).compactMap(AgeBand.ages)
      .sorted { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }
    return zip(ranges, ranges.dropFirst()).contains { $0.upperBound >= $1.lowerBound }
  }
}
