/// What is to be done in a cell that is not divided any further.
protocol CellVisitor {
  /// Compares the same, where most boxes meet and there are many, by shadows; or returns false without having
  /// compared any, if more than `most` pairs of shadows meet.
  mutating func sweep(
    _ cell: Cell, _ xEdges: UnsafeBufferPointer<UInt32>, _ yEdges: UnsafeBufferPointer<UInt32>,
    atMost most: Int
  ) -> Bool

  /// Compares the X edges that touch a cell with the Y edges that do. Two edges can meet in several cells.
  mutating func compare(
    _ cell: Cell, _ xEdges: UnsafeBufferPointer<UInt32>, _ yEdges: UnsafeBufferPointer<UInt32>)
}

/// Finds cells with few edges, by dropping both layers into cells and dividing crowded cells again, until
/// comparing all pairs of a cell is cheaper than dividing it.
///
/// A cell that only one layer touches ends the search at once; edges that lie close together are taken
/// apart by small cells wherever they are, and long edges are only followed through cells where they can
/// meet something. So neither an uneven spread nor edges of very different length can hurt much.
struct CellSearch<Visitor: CellVisitor> {
  let xVertices: UnsafeBufferPointer<GridPoint>
  let yVertices: UnsafeBufferPointer<GridPoint>
  var visitor: Visitor
  private var levels: [Level] = []

  /// The lists of a divided cell, kept for the next one at the same depth.
  private final class Level {
    let x = CellLists()
    let y = CellLists()
  }

  init(
    _ xVertices: UnsafeBufferPointer<GridPoint>, _ yVertices: UnsafeBufferPointer<GridPoint>, visitor: Visitor
  ) {
    self.xVertices = xVertices
    self.yVertices = yVertices
    self.visitor = visitor
  }

  /// Visits all parts of a cell, given the edges of both layers that touch it; one list twice to search a
  /// layer against itself. `growth` is for `CellPlan`.
  mutating func search(
    _ cell: Cell, _ xEdges: UnsafeBufferPointer<UInt32>, _ yEdges: UnsafeBufferPointer<UInt32>,
    depth: Int = 0,
    growth: Double = 1
  ) {
    if xEdges.isEmpty || yEdges.isEmpty { return }
    switch plan(cell, xEdges, yEdges, growth) {
    case .compare: visitor.compare(cell, xEdges, yEdges)
    case .sweep(let division):
      let most = division == nil ? Int.max : 32 * (xEdges.count + yEdges.count)
      if !visitor.sweep(cell, xEdges, yEdges, atMost: most), let division {
        search(division, xEdges, yEdges, depth, growth)
      }
    case .divide(let division): search(division, xEdges, yEdges, depth, growth)
    }
  }

  private mutating func search(
    _ division: Division, _ xEdges: UnsafeBufferPointer<UInt32>, _ yEdges: UnsafeBufferPointer<UInt32>,
    _ depth: Int, _ growth: Double
  ) {
    if depth == levels.count { levels.append(Level()) }
    let x = levels[depth].x
    let y = xEdges.baseAddress == yEdges.baseAddress ? x : levels[depth].y
    x.distribute(xEdges, of: xVertices, to: division)
    if x !== y { y.distribute(yEdges, of: yVertices, to: division) }
    let growth = growth * Double(x.occurrences + y.occurrences) / Double(xEdges.count + yEdges.count)
    for row in 0..<division.rows {
      for column in 0..<division.columns {
        let index = row * division.columns + column
        search(
          division.cell(column: column, row: row), x.edges(in: index), y.edges(in: index), depth: depth + 1,
          growth: growth)
      }
    }
  }

  private func plan(
    _ cell: Cell, _ xEdges: UnsafeBufferPointer<UInt32>, _ yEdges: UnsafeBufferPointer<UInt32>,
    _ growth: Double
  ) -> CellPlan {
    // Below this, nothing can be cheaper.
    if xEdges.count * yEdges.count <= 40 * (xEdges.count + yEdges.count) { return .compare }
    return CellPlan(
      cell, EdgeExtent(of: xEdges, xVertices, within: cell), EdgeExtent(of: yEdges, yVertices, within: cell),
      growth: growth)
  }
}

extension EdgeExtent {
  /// An estimate of the extent of a list of edges, of each edge only the part within a cell.
  init(of edges: UnsafeBufferPointer<UInt32>, _ vertices: UnsafeBufferPointer<GridPoint>, within cell: Cell) {
    self.init()
    count = edges.count
    // A sample will do, as it only steers.
    let sample = EdgeSample(of: edges.count, size: 64)
    for position in sample {
      let edge = Int(edges[position])
      guard let part = EdgePart(of: vertices[edge], vertices[edge &+ 1], near: cell) else { continue }
      sumOfWidths += abs(part.endX - part.startX) * sample.weight
      sumOfHeights += abs(part.endY - part.startY) * sample.weight
    }
  }
}
