/// The numbers of a table about areas: for every group of rows one value per area and column.
struct AreaNumbers: Sendable {
  /// What the numbers of a column are, which decides how a part of an area gets its own.
  enum Kind: String, Sendable {
    /// Counts and amounts: the parts sum to the whole.
    case extensive
    /// Rates and means: a part has the number of the whole.
    case intensive
    /// Pounds: the parts sum to the whole, to the penny.
    case money
  }

  /// A column of numbers.
  struct Column: Sendable {
    let name: String
    let kind: Kind
  }

  /// A number or an amount of pounds.
  enum Value: Sendable, Equatable {
    case number(Double)
    case money(Money)
  }

  /// Rows that have the values of the dividing columns in common.
  struct Group: Sendable {
    /// Those values.
    let key: [String]
    /// By column and area; nil where there is none.
    var values: [[Value?]]
    /// The areas that have a row.
    var hasRow: [Bool]
    /// By column, the sum of rows whose code is of no area; nil for rates and means.
    var elsewhere: [Value?]
  }

  let codeColumn: String
  let by: [String]
  let columns: [Column]
  private(set) var groups: [Group] = []
  private(set) var notices: [Notice]

  /// Reads the columns that a request names.
  ///
  /// Throws `usage` for a column that is not there; `badData` for what is no number, two rows of one area that nothing tells apart, and a
  /// table with no code of the layer.
  init(_ table: CSVTable, _ request: ColumnChoice, of layer: AreaCodes) throws(FootprintsError) {
    func place(_ name: String) throws(FootprintsError) -> Int {
      if let place = table.header.firstIndex(of: name) ?? table.column(named: name) { return place }
      throw FootprintsError(
        .usage, "has no column '\(name)'", file: table.file,
        remedy: "It has \(CodeList(table.header, limit: 20, joinedBy: nil)).")
    }
    let index = layer.index
    let code = try request.code.map(place) ?? table.column(holding: index, preferred: nil)
    guard let code else {
      throw FootprintsError(
        .badData, "has no column with the codes of \(layer.name)", file: table.file,
        remedy: "It has \(CodeList(table.header, limit: 20, joinedBy: nil)).")
    }
    let byPlaces = try request.by.map(place)
    var places: [Int] = []
    var columns: [Column] = []
    for (names, kind) in [
      (request.extensive, Kind.extensive), (request.intensive, .intensive), (request.money, .money),
    ] {
      for name in names {
        let at = try place(name)
        guard at != code, !byPlaces.contains(at), !places.contains(at) else {
          throw FootprintsError(
            .usage, "the column '\(table.header[at])' cannot be apportioned and be something else as well",
            file: table.file)
        }
        places.append(at)
        columns.append(Column(name: table.header[at], kind: kind))
      }
    }
    codeColumn = table.header[code]
    by = byPlaces.map { table.header[$0] }
    // The order of the table's own columns.
    let order = places.indices.sorted { places[$0] < places[$1] }
    (places, columns) = (order.map { places[$0] }, order.map { columns[$0] })
    self.columns = columns
    notices = table.notices
    let matches = index.positions(of: (0..<table.count).map { table.word($0, code) })
    if matches.count == 0, table.count > 0, let known = layer.codes.first {
      throw .nothingMatches(table.file, table.word(0, code), layer.name, known)
    }
    notices += Notice.respelt(matches.respelt, in: table.file, of: layer.name)
    try read(table, places, byPlaces, code, matches.positions, layer)
    leftOut(table, Set(places + byPlaces + [code]))
  }

  private mutating func read(
    _ table: CSVTable, _ places: [Int], _ byPlaces: [Int], _ code: Int, _ areas: [Int?],
    _ layer: AreaCodes
  ) throws(FootprintsError) {
    var groupAt: [[String]: Int] = [:]
    var unknown: Set<String> = []
    var empty = [Int](repeating: 0, count: columns.count)
    for row in 0..<table.count {
      let key = byPlaces.map { table.word(row, $0) }
      let place = groupAt[key] ?? groups.count
      if place == groups.count {
        groupAt[key] = place
        groups.append(
          Group(
            key: key, values: columns.map { _ in Array(repeating: nil, count: layer.codes.count) },
            hasRow: Array(repeating: false, count: layer.codes.count), elsewhere: columns.map { _ in nil }))
      }
      if let area = areas[row] {
        if groups[place].hasRow[area] {
          throw table.failure(
            "a second row for \(layer.codes[area])", row: row,
            remedy: "Name the column that tells its rows apart, such as a year.", reason: .severalRows)
        }
        groups[place].hasRow[area] = true
      } else {
        let word = table.word(row, code)
        unknown.insert(word.isEmpty ? "rows without a code" : word)
      }
      for column in columns.indices {
        guard let value = try value(table, row, places[column], columns[column].kind) else {
          empty[column] += 1
          continue
        }
        if let area = areas[row] {
          groups[place].values[column][area] = value
        } else if columns[column].kind != .intensive {
          groups[place].elsewhere[column] = groups[place].elsewhere[column] + value
        }
      }
    }
    groups.sort { $0.key.lexicographicallyPrecedes($1.key) }
    if !unknown.isEmpty {
      notices.append(
        Notice(
          .warning, "orphan-row",
          "\(table.file): \(Wording.plural(unknown.count, "code")) of no area of \(layer.name) (\(CodeList(unknown.sorted()))): \(Wording.form(unknown.count, "its", "their")) numbers are in the row without a code, and rates and means are left out",
          about: unknown.sorted()))
    }
    for (column, count) in zip(columns, empty) where count > 0 {
      notices.append(
        Notice(
          .warning, "no-number",
          "\(table.file): \(Wording.plural(count, "row")) without a number in \(column.name) \(Wording.form(count, "counts", "count")) as not known"
        ))
    }
    let missing = layer.codes.indices.filter { area in !groups.contains { $0.hasRow[area] } }
    if !missing.isEmpty {
      let codes = missing.map { layer.codes[$0] }
      notices.append(
        Notice(
          .warning, "missing-row",
          "\(table.file): no row for \(CodeList(codes)) of \(layer.name); the column 'coverage' says how much of each area is known",
          about: codes))
    }
  }

  private func value(
    _ table: CSVTable, _ row: Int, _ place: Int, _ kind: Kind
  ) throws(FootprintsError) -> Value? {
    let text = table.word(row, place)
    if text.isEmpty { return nil }
    if kind == .money {
      if let money = Money(text) { return .money(money) }
      throw table.failure("\(table.header[place]) is '\(text)', not an amount of pounds", row: row)
    }
    if let number = NumberText.double(text) { return .number(number) }
    throw table.failure("\(table.header[place]) is '\(text)', not a number", row: row)
  }

  private mutating func leftOut(_ table: CSVTable, _ used: Set<Int>) {
    let others = table.header.indices.filter { !used.contains($0) }.map { table.header[$0] }
    if others.isEmpty { return }
    notices.append(
      Notice(
        .information, "column-not-apportioned",
        "\(table.file): not apportioned: \(CodeList(others, limit: 10, joinedBy: nil))"))
  }
}

extension AreaNumbers.Value? {
  /// The sum of what is there.
  static func + (one: AreaNumbers.Value?, other: AreaNumbers.Value) -> AreaNumbers.Value {
    switch (one, other) {
    case (.number(let a)?, .number(let b)): .number(a + b)
    case (.money(let a)?, .money(let b)): .money(a + b)
    default: other
    }
  }
}
