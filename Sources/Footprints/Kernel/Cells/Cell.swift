/// A rectangle of the plane with sides that are powers of two: `x ..< x + 2^widthBits` by
/// `y ..< y + 2^heightBits` in grid units. Every point lies in exactly one cell of a division.
struct Cell: Sendable {
  var x: Int64
  var y: Int64
  var widthBits: Int
  var heightBits: Int

  /// The smallest cell around an extent that has a free margin of at least 1 on its left and lower side.
  init(around extent: EdgeExtent) {
    x = extent.minX - 1
    y = extent.minY - 1
    widthBits = Self.bits(extent.maxX - x)
    heightBits = Self.bits(extent.maxY - y)
  }

  init(x: Int64, y: Int64, widthBits: Int, heightBits: Int) {
    self.x = x
    self.y = y
    self.widthBits = widthBits
    self.heightBits = heightBits
  }

  private static func bits(_ length: Int64) -> Int { Int64.bitWidth - length.leadingZeroBitCount }

  /// The lower left corner.
  var corner: GridPoint { GridPoint(x: x, y: y) }

  /// Whether a point lies in the cell, its left and lower side included.
  @inline(__always)
  func contains(_ point: GridPoint) -> Bool {
    (point.x &- x) &>> Int64(widthBits) == 0 && (point.y &- y) &>> Int64(heightBits) == 0
  }
}

/// A cell cut into columns and rows of equal smaller cells.
struct Division: Sendable {
  let cell: Cell
  /// The binary logarithm of the number of columns.
  let columnBits: Int
  /// The binary logarithm of the number of rows.
  let rowBits: Int

  var columns: Int { 1 << columnBits }
  var rows: Int { 1 << rowBits }
  /// How many cells there are; cell `row * columns + column`.
  var count: Int { 1 << (columnBits + rowBits) }
  private var widthBits: Int64 { Int64(cell.widthBits &- columnBits) }
  private var heightBits: Int64 { Int64(cell.heightBits &- rowBits) }

  /// The cell at a place.
  func cell(column: Int, row: Int) -> Cell {
    Cell(
      x: cell.x + Int64(column) << widthBits, y: cell.y + Int64(row) << heightBits,
      widthBits: Int(widthBits), heightBits: Int(heightBits))
  }

  /// A cell by its number.
  func cell(_ index: Int) -> Cell { cell(column: index & (columns - 1), row: index >> columnBits) }

  /// The column that an x belongs to; the outer ones for what lies outside.
  @inline(__always)
  func column(_ x: Int64) -> Int {
    max(0, min(columns &- 1, Int((x &- cell.x) &>> widthBits)))
  }

  /// The row that a y belongs to; the outer ones for what lies outside.
  @inline(__always)
  func row(_ y: Int64) -> Int {
    max(0, min(rows &- 1, Int((y &- cell.y) &>> heightBits)))
  }

  /// The number of the cell that a point inside belongs to.
  func index(of point: GridPoint) -> Int { row(point.y) * columns + column(point.x) }

  /// The number of the cell in which a point lies, if it lies on none of its sides. Precondition: the point lies in the
  /// divided cell, and not on a side of that.
  @inline(__always)
  func innerCell(of point: GridPoint) -> Int? {
    let (x, y) = (point.x &- cell.x, point.y &- cell.y)
    let (column, row) = (x &>> widthBits, y &>> heightBits)
    // Points on a cell's left and lower sides are its own; one unit less is still inside where a point is on neither.
    guard (x &- 1) &>> widthBits == column, (y &- 1) &>> heightBits == row else { return nil }
    return Int(row &<< Int64(columnBits) &+ column)
  }

  /// The cells that touch an edge: at least those whose closed rectangle shares a point with it.
  @inline(__always)
  func cells(touching p: GridPoint, _ q: GridPoint) -> CellRange {
    // A cell's right and upper side belong to its neighbour; one unit less finds both.
    CellRange(
      columns: column(min(p.x, q.x) &- 1), column(max(p.x, q.x)), rows: row(min(p.y, q.y) &- 1),
      row(max(p.y, q.y)))
  }

  /// Calls `body` with the cells that touch an edge that touches several. An edge that is long in both
  /// directions is followed row by row, so that the cells in its box that it does not come near cost nothing.
  @inline(__always)
  func forEachCell(
    in range: CellRange, touching p: GridPoint, _ q: GridPoint, _ body: (Int) -> Void
  ) {
    let width = range.columns.count
    let height = range.rows.count
    let isLong = p.y != q.y && width > 1 && height > 1
    for row in range.rows {
      let columns = isLong ? self.columns(ofRow: row, touching: p, q, range.columns) : Range(range.columns)
      for column in columns { body(row &* self.columns &+ column) }
    }
  }

  /// The columns in which an edge that is not horizontal runs through a row.
  private func columns(
    ofRow row: Int, touching p: GridPoint, _ q: GridPoint, _ all: ClosedRange<Int>
  ) -> Range<Int> {
    let none = all.lowerBound..<all.lowerBound
    let bottom = cell.y &+ Int64(row) &<< heightBits
    // One unit more on either side stands for the closed rectangle and another for rounding: all numbers
    // are integers below 2^42, so the error of the quotient is below 2^-9.
    let low = max(min(p.y, q.y), bottom &- 1)
    let high = min(max(p.y, q.y), bottom &+ 1 &<< heightBits &+ 1)
    if low > high { return none }
    let slope = Double(q.x &- p.x) / Double(q.y &- p.y)
    let first = p.x &+ Int64(Double(low &- p.y) * slope)
    let last = p.x &+ Int64(Double(high &- p.y) * slope)
    let left = min(first, last) &- 2
    let right = max(first, last) &+ 2
    if right < cell.x || left > cell.x &+ 1 &<< Int64(cell.widthBits) { return none }
    let from = max(all.lowerBound, column(left))
    return from..<max(from, min(all.upperBound, column(right)) &+ 1)
  }
}

/// A block of cells of a division.
struct CellRange {
  let columns: ClosedRange<Int>
  let rows: ClosedRange<Int>

  @inline(__always)
  init(columns firstColumn: Int, _ lastColumn: Int, rows firstRow: Int, _ lastRow: Int) {
    columns = ClosedRange(uncheckedBounds: (firstColumn, lastColumn))
    rows = ClosedRange(uncheckedBounds: (firstRow, lastRow))
  }

  /// Whether it is one cell only.
  @inline(__always)
  var isSingle: Bool { columns.lowerBound == columns.upperBound && rows.lowerBound == rows.upperBound }
}
