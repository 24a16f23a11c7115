/// A sheet of a planning workbook, with what was read of it so far: what is left at the end was not understood.
struct PlanningSheet {
  let name: String
  let state: SheetHeading.State
  /// The rows with something in them.
  let rows: [[SheetCell]]
  private let anchors: [CellPlace: CellPlace]
  private let places: [CellPlace: SheetCell]
  private(set) var used: Set<CellPlace> = []

  init(_ sheet: SpreadsheetSheet) {
    name = sheet.heading.name
    state = sheet.heading.state
    rows = sheet.rows.map(Array.init)
    places = Dictionary(sheet.cells.map { ($0.place, $0) }) { first, _ in first }
    var anchors: [CellPlace: CellPlace] = [:]
    for (first, last) in sheet.merged {
      // A merge over a whole sheet is a title; only those of the size of tables are followed.
      guard first.row <= last.row, first.column <= last.column,
        (last.row - first.row + 1) * (last.column - first.column + 1) <= 10_000, anchors.count < 200_000
      else { continue }
      for row in first.row...last.row {
        for column in first.column...last.column { anchors[CellPlace(row, column)] = first }
      }
    }
    self.anchors = anchors
  }

  /// The cell at a place, whatever is merged there; nil for an empty one.
  func cell(_ row: Int, _ column: Int) -> SheetCell? {
    let place = CellPlace(row, column)
    return places[place] ?? anchors[place].flatMap { places[$0] }
  }

  /// The cell that is at a place itself, not as a part of a merged one.
  func own(_ row: Int, _ column: Int) -> SheetCell? { places[CellPlace(row, column)] }

  /// The last column that a cell takes up.
  func lastColumn(of cell: SheetCell) -> Int {
    var column = cell.place.column
    while anchors[CellPlace(cell.place.row, column + 1)] == cell.place { column += 1 }
    return column
  }

  /// Remembers that a cell was read.
  mutating func use(_ cell: SheetCell) { used.insert(cell.place) }

  /// Remembers that a row was read.
  mutating func use(_ row: [SheetCell]) { used.formUnion(row.map(\.place)) }

  func isUsed(_ cell: SheetCell) -> Bool { used.contains(cell.place) }

  func source(_ cell: SheetCell) -> CellSource { CellSource(sheet: name, place: cell.place) }

  /// The value of a cell as the tables have it.
  func traced(_ cell: SheetCell) -> TracedValue { TracedValue(cell.text, source(cell)) }

  /// What a row of headings means: columns by their meanings, each the first time; several for `repeated` ones.
  func columns(
    _ row: [SheetCell], _ subject: PlanningWords.Subject, _ words: MeaningMemo
  ) -> [(meaning: String, cell: SheetCell)] {
    row.compactMap { cell in
      guard case .text(let text) = cell.value, let meaning = words.meaning(of: text, subject) else {
        return nil
      }
      return (meaning, cell)
    }
  }
}
