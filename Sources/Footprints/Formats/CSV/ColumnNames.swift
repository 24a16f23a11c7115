/// The names that one column of a table has in real files.
struct ColumnNames: Sendable {
  /// What messages call it.
  let title: String
  /// The names; a file with several of them means the first of these.
  let names: [String]
  /// Parts of names that other columns for the same thing have: what is left unread with such a name is told.
  let hints: [String]

  /// Names a column.
  init(_ names: String..., called title: String? = nil, hints: [String] = []) {
    self.title = title ?? names[0]
    self.names = names
    self.hints = hints
  }
}

extension CSVTable {
  /// The column with one of the names, in the order of the names.
  func column(_ column: ColumnNames) -> Int? { self.column(named: column.names) }

  /// The column with one of the names, or an error that lists the columns there are.
  func requiredColumn(_ column: ColumnNames) throws(FootprintsError) -> Int {
    if let found = self.column(column) { return found }
    throw missingColumn(column.title)
  }

  /// What to say where a table has a column under none of its names; nil where it has.
  ///
  /// Columns that look like it by a part of their name, and are not read for anything else, are named in a warning.
  ///
  /// - Parameters:
  ///   - column: what may be missing.
  ///   - others: what else is read.
  ///   - isUsual: whether files without it are usual, which nobody need be warned of.
  ///   - consequence: what happens without it.
  func missing(
    _ column: ColumnNames, read others: [ColumnNames], isUsual: Bool = false, _ consequence: String
  ) -> Notice? {
    guard self.column(column) == nil else { return nil }
    let known = Set((others + [column]).flatMap(\.names).map(\.fieldKey))
    let alike = header.filter { name in
      let key = name.fieldKey
      return !known.contains(key) && column.hints.contains { key.contains($0.fieldKey) }
    }
    let unread =
      alike.isEmpty
      ? ""
      : ": \(CodeList(alike.map { "'\($0)'" })) \(Wording.form(alike.count, "is", "are")) not read for it"
    return Notice(
      isUsual && alike.isEmpty ? .information : .warning, "column-missing",
      "\(file): there is no column \(column.title)\(unread); \(consequence)")
  }
}
