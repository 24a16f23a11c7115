/// A sheet as a whole, for workbooks that people fill in.
package struct SpreadsheetSheet: Sendable {
  /// Its name and whether people see it.
  package let heading: SheetHeading
  /// The cells that have something in them, by rows and columns.
  package fileprivate(set) var cells: [SheetCell] = []
  /// Cells that are shown as one.
  package fileprivate(set) var merged: [(first: CellPlace, last: CellPlace)] = []

  /// The rows that have something in them, as stretches of `cells`.
  package var rows: [ArraySlice<SheetCell>] {
    var rows: [ArraySlice<SheetCell>] = []
    var start = 0
    for place in cells.indices.dropFirst() where cells[place].place.row != cells[start].place.row {
      rows.append(cells[start..<place])
      start = place
    }
    if start < cells.count { rows.append(cells[start...]) }
    return rows
  }
}

/// A workbook as a whole.
package struct SpreadsheetWorkbook: Sendable {
  /// The file as it was named.
  package let file: String
  /// Its sheets in their order, hidden ones too.
  package let sheets: [SpreadsheetSheet]

  /// The most cells with something in them that a workbook may have to be read as a whole.
  package static let mostCells = 2_000_000

  /// Reads a workbook. Throws as ``SpreadsheetFile`` does, and `badData` for one with too many cells.
  package init(_ bytes: FileBytes) throws(FootprintsError) {
    let collector = Collector()
    do throws(FootprintsError) {
      try SpreadsheetFile(bytes).read(collector)
    } catch {
      throw error.inFile(bytes.name)
    }
    file = bytes.name
    sheets = collector.sheets
  }

  private final class Collector: SheetVisitor {
    var sheets: [SpreadsheetSheet] = []
    var count = 0

    func begin(_ sheet: SheetHeading) -> Bool {
      sheets.append(SpreadsheetSheet(heading: sheet))
      return true
    }

    func row(_ row: Int, repeated count: Int, _ cells: [SheetCell]) throws(FootprintsError) {
      for number in row..<row + count {
        self.count += cells.count
        guard self.count <= mostCells else {
          throw FootprintsError(
            .badData, "has more than \(mostCells) cells with something in them",
            remedy: "Keep the sheets with the plan, and save it again.")
        }
        for cell in cells {
          var cell = cell
          cell.place.row = number
          sheets[sheets.count - 1].cells.append(cell)
        }
      }
    }

    func merged(_ first: CellPlace, _ last: CellPlace) {
      guard !sheets.isEmpty, sheets[sheets.count - 1].merged.count < 100_000 else { return }
      sheets[sheets.count - 1].merged.append((first, last))
    }
  }
}
