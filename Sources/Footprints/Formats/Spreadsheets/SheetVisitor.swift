/// What takes the sheets of a workbook row by row, in their order.
package protocol SheetVisitor: AnyObject {
  /// A sheet begins. Returns whether its rows are wanted.
  func begin(_ sheet: SheetHeading) throws(FootprintsError) -> Bool
  /// A row that has something in it, and how many rows from it on are the same; its cells by columns.
  func row(_ row: Int, repeated count: Int, _ cells: [SheetCell]) throws(FootprintsError)
  /// Cells that are shown as one: the first and the last. What stands there is in the first.
  func merged(_ first: CellPlace, _ last: CellPlace)
}

/// What a workbook says of a sheet before its rows.
package struct SheetHeading: Sendable, Equatable {
  /// Its name.
  package var name: String
  /// Whether people see it.
  package var state: State

  /// Whether people see a sheet.
  package enum State: String, Sendable {
    /// They do.
    case visible
    /// It is hidden, and can be shown.
    case hidden
    /// It is hidden, and only a programme can show it.
    case veryHidden
  }
}

/// The most that is read of a workbook: more is no table that people keep.
enum SpreadsheetLimits {
  /// Bytes of one document inside it.
  static let document: UInt64 = 1 << 33
  /// Bytes of all shared texts together.
  static let texts = 1 << 28
  /// Sheets.
  static let sheets = 1024
  /// Bytes of one text.
  static let text = 1 << 20
}
