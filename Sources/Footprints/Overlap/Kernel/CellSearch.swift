/// What is to be done in a cell that is not divided any further.
protocol CellVisitor {
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
  /// layer against itself.
  mutating func search(
    _ cell: Cell, _ xEdges: UnsafeBufferPointer<UInt32>, _ yEdges: UnsafeBufferPointer<UInt32>, depth: Int = 0
  ) {
    if xEdges.isEmpty || yEdges.isEmpty { return }
    guard let division = division(of: cell, xEdges, yEdges) else {
      visitor.compare(cell, xEdges, yEdges)
      return
    }
    if depth == levels.count { levels.append(Level()) }
    let x = levels[depth].x
    let y = xEdges.baseAddress == yEdges.baseAddress ? x : levels[depth].y
    x.distribute(xEdges, of: xVertices, to: division)
    if x !== y { y.distribute(yEdges, of: yVertices, to: division) }
    for row in 0..<division.rows {
      for column in 0..<division.columns {
        let index = row * division.columns + column
        search(
          division.cell(column: column, row: row), x.edges(in: index), y.edges(in: index), depth: depth + 1)
      }
    }
  }

  private func division(
    of cell: Cell, _ xEdges: UnsafeBufferPointer<UInt32>, _ yEdges: UnsafeBufferPointer<UInt32>
  ) -> Division? {
    // Below this, no division can be cheaper.
    if xEdges.count * yEdges.count <= 40 * (xEdges.count + yEdges.count) { return nil }
    return Division(
      of: cell, for: EdgeExtent(of: xEdges, xVertices, within: cell),
      EdgeExtent(of: yEdges, yVertices, within: cell), isRoot: false)
  }
}

extension EdgeExtent {
  /// An estimate of the extent of a list of edges, of each edge only what its box has in common with a cell.
  init(of edges: UnsafeBufferPointer<UInt32>, _ vertices: UnsafeBufferPointer<GridPoint>, within cell: Cell) {
    self.init()
    count = edges.count
    let right = cell.x &+ 1 &<< Int64(cell.widthBits)
    let top = cell.y &+ 1 &<< Int64(cell.heightBits)
    var widths: UInt64 = 0
    var heights: UInt64 = 0
    // A sample will do, as it only steers; some sixty edges, of at most 2^41.
    let step = max(1, edges.count / 64)
    for position in stride(from: 0, to: edges.count, by: step) {
      let p = vertices[Int(edges[position])]
      let q = vertices[Int(edges[position]) &+ 1]
      widths &+= (min(max(p.x, cell.x), right) &- min(max(q.x, cell.x), right)).magnitude
      heights &+= (min(max(p.y, cell.y), top) &- min(max(q.y, cell.y), top)).magnitude
    }
    sumOfWidths = Double(widths) * Double(step)
    sumOfHeights = Double(heights) * Double(step)
  }
}
