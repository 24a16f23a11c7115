/// A lattice of hexagons over a rectangle: the topology of the bricks, before towns and chance bend it.
///
/// Three cells meet at every corner, and that makes everything later simple: wherever cells are grouped into
/// areas, an area's border passes a corner at most once, so rings never touch themselves.
///
/// Cells stand on a point and lie in rows from south to north; every other row is shifted by half a cell.
/// Each cell owns its northern and southern corner, and three of its six sides.
struct Honeycomb: Sendable {
  /// Cells per row.
  let columns: Int
  /// Rows of cells.
  let rows: Int
  private let side: Double
  private let origin: Point

  /// A lattice that reaches two cells beyond an extent on every side.
  init(covering extent: (min: Point, max: Point), cellArea: Double) {
    // A regular hexagon has the area 3/2 * sqrt(3) * side * side.
    side = (cellArea / (1.5 * 3.0.squareRoot())).squareRoot()
    let margin = 4 * side
    origin = Point(extent.min.x - margin, extent.min.y - margin)
    columns = Int((extent.max.x + margin - origin.x) / (3.0.squareRoot() * side)) + 2
    rows = Int((extent.max.y + margin - origin.y) / (1.5 * side)) + 2
  }

  /// The number of cells, numbered row by row.
  var cellCount: Int { columns * rows }
  /// The number of corners that cells own.
  var cornerCount: Int { 2 * cellCount }
  /// The length of a regular cell's side in metres.
  var sideLength: Double { side }

  /// The middle of a cell of the regular lattice.
  func centre(of cell: Int) -> Point {
    let (row, column) = cell.quotientAndRemainder(dividingBy: columns)
    let shift = Double(row % 2) / 2
    return Point(
      origin.x + 3.0.squareRoot() * side * (Double(column) + shift), origin.y + 1.5 * side * Double(row))
  }

  /// Where a corner lies in the regular lattice: even numbers are northern, odd ones southern corners.
  func position(ofCorner corner: Int) -> Point {
    centre(of: corner / 2) + Point(0, corner % 2 == 0 ? side : -side)
  }

  /// Whether a cell lies on the edge of the lattice, where neighbours are missing; such a cell is sea.
  func isOnEdge(_ cell: Int) -> Bool {
    let (row, column) = cell.quotientAndRemainder(dividingBy: columns)
    return row < 1 || row >= rows - 1 || column < 1 || column >= columns - 1
  }

  private func northEast(of cell: Int) -> Int { cell + columns + (cell / columns) % 2 }
  private func northWest(of cell: Int) -> Int { northEast(of: cell) - 1 }
  private func southEast(of cell: Int) -> Int { cell - columns + (cell / columns) % 2 }
  private func southWest(of cell: Int) -> Int { southEast(of: cell) - 1 }

  /// The corners of a cell inside the lattice, counter-clockwise from the north.
  func corners(of cell: Int) -> [Int] {
    [
      2 * cell, 2 * northWest(of: cell) + 1, 2 * southWest(of: cell), 2 * cell + 1, 2 * southEast(of: cell),
      2 * northEast(of: cell) + 1,
    ]
  }

  /// A side of the lattice: walking from start to end, `left` lies on the left and `right` on the right.
  struct Side: Sendable {
    var left: Int
    var right: Int
    var start: Int
    var end: Int
  }

  /// The three sides that a cell inside the lattice owns; each side of the lattice has one owner.
  func sides(ownedBy cell: Int) -> [Side] {
    let corners = corners(of: cell)
    return [
      Side(left: cell, right: cell + 1, start: corners[4], end: corners[5]),
      Side(left: cell, right: northEast(of: cell), start: corners[5], end: corners[0]),
      Side(left: cell, right: northWest(of: cell), start: corners[0], end: corners[1]),
    ]
  }
}
