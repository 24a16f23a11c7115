/// Columns and rows made from declared fields, for programs and for people.
public struct Table: Sendable {
  /// One column.
  public struct Column: Sendable {
    /// What it holds.
    public var description: FieldDescription
    /// The words above it, for people.
    public var title: String
  }

  /// What the rows are, such as `pairs`.
  public let name: String
  /// The columns, in order.
  public let columns: [Column]
  /// The number of rows.
  public let count: Int
  /// The column whose largest values are the most important rows; nil where the rows are in the order of importance.
  public private(set) var main: String?
  /// The columns that can be left out where there is no room, the first one to go first.
  public private(set) var expendable: [String] = []
  private let cells: @Sendable (Int) -> [JSONValue]

  /// A table of records: one row each, one column for each field that is there under the conditions.
  ///
  /// `names` replace the placeholders of titles: `["x": "ccg"]` makes "share of ccg" from "share of {x}".
  public init<Record: Sendable>(
    _ name: String, _ fields: [Field<Record>], rows: [Record], showing conditions: Set<Condition> = [],
    names: [String: String] = [:]
  ) {
    var columns: [Column] = []
    var values: [@Sendable (Record) -> JSONValue] = []
    for field in fields.showing(conditions) as [Field<Record>] {
      for (description, value) in field.columns(of: rows) {
        let title = description.isMap ? description.title : Self.filled(description.title, names)
        columns.append(Column(description: description, title: title))
        values.append(value)
      }
    }
    self.name = name
    self.columns = columns
    count = rows.count
    cells = { [values] row in values.map { $0(rows[row]) } }
  }

  /// The same table with placeholders of titles replaced that nobody has replaced yet.
  func naming(_ names: [String: String]) -> Table {
    let titled = columns.map { column in
      var copy = column
      if !column.description.isMap { copy.title = Self.filled(column.title, names) }
      return copy
    }
    return Table(self, titled)
  }

  private init(_ other: Table, _ titled: [Column]) {
    (name, columns, count, main, expendable) = (other.name, titled, other.count, other.main, other.expendable)
    cells = other.cells
  }

  /// A title with its placeholders replaced, each once: a layer may have the name of another's placeholder.
  private static func filled(_ title: String, _ names: [String: String]) -> String {
    var out = ""
    var rest = Substring(title)
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      let key = String(rest[open..<close].dropFirst())
      out += rest[..<open] + (names[key] ?? "{\(key)}")
      rest = rest[close...].dropFirst()
    }
    return out + rest
  }

  /// The values of a row, in the order of the columns.
  public subscript(_ row: Int) -> [JSONValue] { cells(row) }

  /// The words of a row as people read them, in the order of the columns.
  public func words(_ row: Int) -> [String] {
    zip(columns, self[row]).map {
      $0.description.style.words(for: $1, missing: $0.description.missing)
    }
  }

  /// The same table, with what a narrow or short page shows of it.
  ///
  /// - Parameters:
  ///   - main: the column whose largest values are the most important rows.
  ///   - expendable: the columns that can be left out where there is no room, the first one to go first.
  public func showing(mostOf main: String? = nil, leavingOut expendable: [String] = []) -> Table {
    var copy = self
    copy.main = main
    copy.expendable = expendable
    return copy
  }

  /// The positions of the most important rows, at most `limit`, the most important first.
  func mostImportant(_ limit: Int) -> [Int] {
    guard let column = columns.firstIndex(where: { $0.description.name == main }) else {
      return Array(0..<min(limit, count))
    }
    let values = (0..<count).map { cells($0)[column].magnitude }
    let ordered = values.indices.sorted { (values[$1], $0) < (values[$0], $1) }
    return Array(ordered.prefix(limit))
  }

  /// The same rows with fewer columns, in another order: those with the names given.
  public func selecting(_ names: [String]) -> Table {
    let places = names.compactMap { name in columns.firstIndex { $0.description.name == name } }
    return Table(self, places)
  }

  private init(_ other: Table, _ places: [Int]) {
    name = other.name
    columns = places.map { other.columns[$0] }
    count = other.count
    main = other.main
    expendable = other.expendable
    cells = { row in
      let all = other[row]
      return places.map { all[$0] }
    }
  }
}

/// A table that every result of a kind has: what its rows are and which columns there can be.
public struct TableDeclaration<Result>: Sendable {
  /// What the rows are, such as `pairs`.
  public let name: String
  /// What the rows are, in words.
  public let meaning: String
  /// All columns there can be.
  public let columns: [FieldDescription]
  let table: @Sendable (Result) -> Table

  /// Declares a table of records.
  public init<Record: Sendable>(
    _ name: String, _ meaning: String, _ fields: [Field<Record>],
    showing conditions: @escaping @Sendable (Result) -> Set<Condition> = { _ in [] },
    rows: @escaping @Sendable (Result) -> [Record]
  ) {
    self.name = name
    self.meaning = meaning
    columns = fields.map(\.description)
    table = { Table(name, fields, rows: rows($0), showing: conditions($0)) }
  }

  /// Declares a table of a part of the result; it has no columns where the result does not have the part.
  init<Part>(_ part: TableDeclaration<Part>, of value: @escaping @Sendable (Result) -> Part?) {
    (name, meaning, columns) = (part.name, part.meaning, part.columns)
    table = { value($0).map(part.table) ?? Table(part.name, [Field<Never>](), rows: []) }
  }

  /// Declares a table that is one of two, whichever a result has rows for.
  init(
    _ one: TableDeclaration, orElse other: TableDeclaration,
    where isOther: @escaping @Sendable (Result) -> Bool
  ) {
    (name, meaning, columns) = (one.name, one.meaning, one.columns)
    table = { isOther($0) ? other.table($0) : one.table($0) }
  }

  /// Declares a table of records whose columns are not known before there is a result.
  ///
  /// - Parameters:
  ///   - name: what the rows are.
  ///   - meaning: the same in words.
  ///   - columns: what the columns are like, for the data dictionary; capitals in a name stand for what it depends on.
  ///   - fields: the columns of a result.
  ///   - rows: its rows.
  public init<Record: Sendable>(
    _ name: String, _ meaning: String, columns: [FieldDescription],
    fields: @escaping @Sendable (Result) -> [Field<Record>], rows: @escaping @Sendable (Result) -> [Record]
  ) {
    self.name = name
    self.meaning = meaning
    self.columns = columns
    table = { Table(name, fields($0), rows: rows($0)) }
  }
}
