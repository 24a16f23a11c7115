/// Chooses the rows of a flow table that are about one thing: one year, all admissions, all ages.
///
/// A table can hold the flows of several years, of kinds of admission, or of groups of patients below each other. The
/// proportions of one small area sum to 1 in each of them, so adding them up, or mixing them, gives no proportion
/// at all.
struct FlowSelection {
  let table: CSVTable
  /// The columns of small area, trust and numbers.
  let columns: FlowTable.Columns
  /// The rows still to be used, in order.
  private(set) var rows: [Int]
  /// The columns that were not used and hold words, or what their names say is no measure.
  let details: [Int]
  /// What was chosen.
  private(set) var notices: [Notice] = []

  /// Throws `badData` where there is more than one year, kind or group, and nothing says which to use.
  init(_ table: CSVTable, _ columns: FlowTable.Columns) throws(FootprintsError) {
    (self.table, self.columns) = (table, columns)
    rows = Array(0..<table.count)
    details = table.header.indices.filter { column in
      !columns.used.contains(column) && !table.header[column].isEmpty
        && (RowKinds.isGroup(table.header[column].fieldKey)
          || (0..<table.count).contains {
            let word = table.word($0, column)
            return !word.isEmpty && NumberText.double(word) == nil
          })
    }
    for column in details where RowKinds.isYear(table.header[column].fieldKey) { try chooseLatest(column) }
    for column in details where Self.admissions.contains(table.header[column].fieldKey) {
      try choose(column, isNamed: true)
    }
    // Whatever else distinguishes rows of one small area and one trust.
    for column in details {
      // Nearly all tables have none.
      if !hasRepetitions { break }
      if distinguishes(column) { try choose(column, isNamed: false) }
    }
  }

  private static let admissions: Set<String> = [
    "admissiontype", "type", "admission", "admissions", "admissionmethod", "typeofadmission",
    "admissioncategory",
  ]

  // MARK: Years

  private mutating func chooseLatest(_ column: Int) throws(FootprintsError) {
    if let latest = RowKinds.latest(of: rows, in: table, column) {
      rows = latest.rows
      notices.append(latest.notice)
    } else if !RowKinds.holdsYears(rows, table, column) {
      try choose(column, isNamed: true)
    }
  }

  // MARK: Kinds and groups

  /// Whether rows of one small area and one trust have different values in a column.
  private func distinguishes(_ column: Int) -> Bool {
    var values: [String: String] = [:]
    for row in rows {
      let value = table.word(row, column)
      if let known = values.updateValue(value, forKey: pair(row)), known != value { return true }
    }
    return false
  }

  private var hasRepetitions: Bool {
    RowKinds.haveRepetitions(rows, in: table, [columns.brick, columns.trust])
  }

  private func pair(_ row: Int) -> String {
    "\(table.word(row, columns.brick).codeKey)\u{0}\(table.word(row, columns.trust).codeKey)"
  }

  /// Keeps the rows of all kinds together. What says more about the trust, as the code of one of its hospitals does,
  /// or about the small area, is no kind.
  private mutating func choose(_ column: Int, isNamed: Bool) throws(FootprintsError) {
    let kinds = RowKinds.kinds(of: rows, in: table, column)
    guard kinds.count > 1 else { return }
    if isNamed {
      // Each trust, or each small area, is of one kind.
      if determines(columns.trust, column) || determines(columns.brick, column) { return }
    } else if determines(column, columns.trust) {
      return
    }
    guard let all = RowKinds.total(of: rows, in: table, column, code: "admissions-chosen") else {
      let named = CodeList(kinds.values.sorted().map { $0.isEmpty ? "none" : $0 })
      throw FootprintsError(
        .badData,
        "there are flows for each of several values of \(table.header[column]) (\(named)) and none for all of them together",
        file: table.file, remedy: "Keep the rows of one of them, or add them up with their patients.")
    }
    rows = all.rows
    notices.append(all.notice)
  }

  private func determines(_ one: Int, _ other: Int) -> Bool {
    RowKinds.determines(rows, in: table, one, other)
  }
}
