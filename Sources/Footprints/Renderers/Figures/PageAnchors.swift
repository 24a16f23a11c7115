/// Joins what is drawn to the rows of tables: each code that a figure shows has a number, under which its area on a map and its first row in
/// a table are found.
struct PageAnchors {
  private var numbers: [String: Int] = [:]
  private var onMap: [String: Ground] = [:]
  private var rows: [String: Place] = [:]

  /// An area of a layer of a figure.
  private struct Ground: Hashable {
    let figure, layer, area: Int
  }

  private struct Place: Hashable {
    let table, row: Int
  }

  /// Looks through a document.
  init(_ document: Document) {
    for (place, figure) in document.figures.enumerated() {
      for code in figure.content.codes where !code.isEmpty && numbers[code] == nil {
        numbers[code] = numbers.count + 1
      }
      guard case .map(let map) = figure.content else { continue }
      for (position, layer) in map.layers.enumerated() where layer.style != .context {
        for (number, area) in layer.areas.enumerated()
        where onMap[area.unit.code] == nil && (area.place != nil || !area.rings.isEmpty) {
          onMap[area.unit.code] = Ground(figure: place + 1, layer: position, area: number)
        }
      }
    }
    if numbers.isEmpty { return }
    var table = 0
    for case .table(let found) in document.blocks {
      let columns = Self.columns(of: found)
      if !columns.isEmpty {
        for row in 0..<found.count {
          if let code = code(found[row], columns), rows[code] == nil {
            rows[code] = Place(table: table, row: row)
          }
        }
      }
      table += 1
    }
  }

  /// The number of a code; nil where no figure shows it.
  func number(of code: String) -> Int? { numbers[code] }
  /// Whether it is an area of a map.
  func isOnMap(_ code: String) -> Bool { onMap[code] != nil }
  /// Whether that is the area of a figure, counted from 1, to which rows of tables lead.
  func isMain(_ code: String, figure: Int, layer: Int, area: Int) -> Bool {
    onMap[code] == Ground(figure: figure, layer: layer, area: area)
  }
  /// Whether a table has a row about it.
  func hasRow(_ code: String) -> Bool { rows[code] != nil }
  /// Whether a row is where figures lead to.
  func isTarget(_ code: String, table: Int, row: Int) -> Bool {
    rows[code] == Place(table: table, row: row)
  }

  /// What a row is about: the position of its column and the code.
  func subject(_ table: Table, row: Int) -> (column: Int, code: String)? {
    if numbers.isEmpty { return nil }
    let values = table[row]
    for column in Self.columns(of: table) {
      if case .string(let code) = values[column], numbers[code] != nil { return (column, code) }
    }
    return nil
  }

  private func code(_ values: [JSONValue], _ columns: [Int]) -> String? {
    for column in columns { if case .string(let code) = values[column], numbers[code] != nil { return code } }
    return nil
  }

  /// The columns that hold codes.
  private static func columns(of table: Table) -> [Int] {
    table.columns.indices.filter {
      let name = table.columns[$0].description.name
      return name == "code" || name.hasSuffix("_code") || name.hasSuffix("_id")
    }
  }
}

extension Figure.Content {
  /// The codes of what is drawn.
  fileprivate var codes: [String] {
    switch self {
    case .map(let map): map.layers.filter { $0.style != .context }.flatMap(\.areas).map(\.unit.code)
    case .bars(let figure): figure.bars.map(\.unit.code)
    case .matrix(let figure): figure.rows.map(\.code)
    case .scatter(let figure): figure.points.map(\.unit.code)
    case .change, .timeline: []
    }
  }
}
