/// A table with other codes: its numbers summed and divided, or its rows as they are.
struct RecodedTable: Sendable {
  /// A row.
  struct Row: Sendable {
    /// The new code; empty for rows that had none.
    let code: String
    /// The old codes that are in it.
    let from: [String]
    /// What of an old row this is; 1 for a whole one, nil for a sum.
    let share: Double?
    /// The values of the other columns.
    let values: [Value]
  }

  /// What is in a cell.
  enum Value: Sendable {
    case text(String)
    case number(Double?)
    case money(Money?)
  }

  /// A column besides the code.
  struct Column: Sendable {
    let name: String
    /// nil for text.
    let kind: AreaNumbers.Kind?
  }

  /// What became of the sum of a column.
  struct Total: Sendable {
    let column: String
    let before: Double
    let after: Double
    /// The part of it under codes that changed.
    let moved: Double
  }

  let codeColumn: String
  let columns: [Column]
  let rows: [Row]
  let totals: [Total]
  let notices: [Notice]

  /// Rows as they are, once for each successor.
  init(rowsOf table: CSVTable, _ code: Int, _ succession: Succession) {
    let fates = Dictionary(succession.fates.map { ($0.old, $0) }) { first, _ in first }
    let others = table.header.indices.filter { $0 != code }
    codeColumn = table.header[code]
    columns = others.map { Column(name: table.header[$0], kind: nil) }
    rows = (0..<table.count).flatMap { row -> [Row] in
      let old = table.word(row, code)
      let values = others.map { Value.text(table[row, $0]) }
      return (fates[old]?.parts ?? [("", "", 1)]).map {
        Row(code: $0.code, from: old.isEmpty ? [] : [old], share: $0.share, values: values)
      }
    }
    totals = []
    notices = table.notices
  }

  /// Numbers by new codes: counts and pounds divided by the shares and summed, none lost; rates and means averaged by people.
  ///
  /// Throws `usage` for rates and means without layers to count people by, and as ``AreaNumbers`` does.
  init(
    numbersOf table: CSVTable, _ request: RecodeRequest, _ code: Int, _ succession: Succession,
    _ layers: DividingLayers?
  ) throws(FootprintsError) {
    let olds = succession.fates.map(\.old)
    var choice = request.columns
    choice.code = table.header[code]
    let numbers = try AreaNumbers(
      table, choice, of: AreaCodes(name: table.file, codes: olds, index: CodeIndex(olds)))
    if let rate = numbers.columns.first(where: { $0.kind == .intensive }), layers == nil,
      succession.fates.contains(where: \.isChanged)
    {
      throw FootprintsError(
        .usage,
        "the rate '\(rate.name)' of merged areas is averaged by people, and no layer of the old areas is named",
        remedy: "Name the layers of both years.")
    }
    let news = Set(succession.fates.flatMap { $0.parts.map(\.code) }).sorted()
    let places = Dictionary(uniqueKeysWithValues: news.enumerated().map { ($1, $0) })
    let masses = olds.map { layers?.mass(of: $0) ?? 1 }
    let cells = succession.fates.enumerated().flatMap { x, fate in
      fate.parts.compactMap { part in
        places[part.code].map {
          MassMatrix.Cell(x: x, y: $0, mass: part.share * (masses[x] > 0 ? masses[x] : 1))
        }
      }
    }
    var totals = [Double](repeating: 0, count: news.count)
    for cell in cells { totals[cell.y] += cell.mass }
    let matrix = MassMatrix(
      unit: layers?.unit ?? .people, xTotals: masses.map { $0 > 0 ? $0 : 1 }, yTotals: totals, cells: cells)
    let shared = Apportioning(
      numbers, by: matrix, of: AreaCodes(name: table.file, codes: olds, index: CodeIndex(olds)))
    var from = [[String]](repeating: [], count: news.count)
    for fate in succession.fates {
      for part in fate.parts { places[part.code].map { from[$0].append(fate.old) } }
    }
    codeColumn = numbers.codeColumn
    columns =
      numbers.by.map { Column(name: $0, kind: nil) }
      + numbers.columns.map { Column(name: $0.name, kind: $0.kind) }
    rows = shared.rows.compactMap { row in
      // What is in no code is listed only where there is any.
      if row.area == nil, row.values.allSatisfy({ ($0?.amount ?? 0) == 0 }) { return nil }
      return Row(
        code: row.area.map { news[$0] } ?? "", from: row.area.map { from[$0] } ?? [], share: nil,
        values: row.key.map(Value.text)
          + zip(row.values, numbers.columns).map { value, column in
            column.kind == .money ? .money(value?.money) : .number(value?.number)
          })
    }
    let changed = Set(succession.fates.indices.filter { succession.fates[$0].isChanged })
    self.totals = numbers.columns.enumerated().compactMap { place, column in
      guard column.kind != .intensive else { return nil }
      func sum(_ values: some Sequence<AreaNumbers.Value?>) -> Double {
        (values.reduce(nil) { sum, value in value.map { sum + $0 } ?? sum } as AreaNumbers.Value?)?.amount
          ?? 0
      }
      return Total(
        column: column.name,
        before: sum(numbers.groups.flatMap { $0.values[place] + [$0.elsewhere[place]] }),
        after: sum(shared.rows.map { $0.values[place] }),
        moved: sum(numbers.groups.flatMap { group in changed.sorted().map { group.values[place][$0] } }))
    }
    notices = numbers.notices + shared.notices
  }
}
