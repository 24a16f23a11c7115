/// What is to be done in a cell that is not divided any further.
protocol CellVisitor {
  /// Compares the same, where most boxes meet and there are many, by shadows; or returns false without having
  /// compared any, if more than `most` pairs of shadows meet.
  mutating func sweep(
    _ cell: Cell, _ aEdges: UnsafeBufferPointer<UInt32>, _ bEdges: UnsafeBufferPointer<UInt32>,
    atMost most: Int
  ) -> Bool

  /// Compares the same, where shadows leave too many pairs, slab by slab; or returns false without having compared any
  /// where that does not help.
  mutating func sweepSlabs(
    _ cell: Cell, _ aEdges: UnsafeBufferPointer<UInt32>, _ bEdges: UnsafeBufferPointer<UInt32>
  ) -> Bool

  /// Compares the A edges that touch a cell with the B edges that do. Two edges can meet in several cells.
  mutating func compare(
    _ cell: Cell, _ aEdges: UnsafeBufferPointer<UInt32>, _ bEdges: UnsafeBufferPointer<UInt32>)
}

/// Finds cells with few edges, by dropping both layers into cells and dividing crowded cells again, until
/// comparing all pairs of a cell is cheaper than dividing it.
///
/// A cell that only one layer touches ends the search at once; edges that lie close together are taken
/// apart by small cells wherever they are, and long edges are only followed through cells where they can
/// meet something. So neither an uneven spread nor edges of very different length can hurt much.
struct CellSearch<Visitor: CellVisitor> {
  let aVertices: UnsafeBufferPointer<GridPoint>
  let bVertices: UnsafeBufferPointer<GridPoint>
  var visitor: Visitor
  private var levels: [Level] = []

  /// The lists of a divided cell, kept for the next one at the same depth.
  private final class Level {
    let a = CellLists()
    let b = CellLists()
  }

  init(
    _ aVertices: UnsafeBufferPointer<GridPoint>, _ bVertices: UnsafeBufferPointer<GridPoint>, visitor: Visitor
  ) {
    self.aVertices = aVertices
    self.bVertices = bVertices
    self.visitor = visitor
  }

  /// Visits all parts of a cell, given the edges of both layers that touch it; give one list twice to search a
  /// layer against itself. `growth` is for `CellPlan`.
  mutating func search(
    _ cell: Cell, _ aEdges: UnsafeBufferPointer<UInt32>, _ bEdges: UnsafeBufferPointer<UInt32>,
    depth: Int = 0,
    growth: Double = 1
  ) {
    if aEdges.isEmpty || bEdges.isEmpty { return }
    switch plan(cell, aEdges, bEdges, growth) {
    case .compare: visitor.compare(cell, aEdges, bEdges)
    case .sweep(let division):
      let most = division == nil ? Int.max : 32 * (aEdges.count + bEdges.count)
      if visitor.sweep(cell, aEdges, bEdges, atMost: most) || visitor.sweepSlabs(cell, aEdges, bEdges) {
        return
      }
      if let division { search(division, aEdges, bEdges, depth, growth) }
    case .divide(let division): search(division, aEdges, bEdges, depth, growth)
    }
  }

  private mutating func search(
    _ division: Division, _ aEdges: UnsafeBufferPointer<UInt32>, _ bEdges: UnsafeBufferPointer<UInt32>,
    _ depth: Int, _ growth: Double
  ) {
    if depth == levels.count { levels.append(Level()) }
    let a = levels[depth].a
    let b = aEdges.baseAddress == bEdges.baseAddress ? a : levels[depth].b
    a.distribute(aEdges, of: aVertices, to: division)
    if a !== b { b.distribute(bEdges, of: bVertices, to: division) }
    let growth = growth * Double(a.occurrences + b.occurrences) / Double(aEdges.count + bEdges.count)
    for row in 0..<division.rows {
      for column in 0..<division.columns {
        let index = row * division.columns + column
        search(
          division.cell(column: column, row: row), a.edges(in: index), b.edges(in: index), depth: depth + 1,
          growth: growth)
      }
    }
  }

  private func plan(
    _ cell: Cell, _ aEdges: UnsafeBufferPointer<UInt32>, _ bEdges: UnsafeBufferPointer<UInt32>,
    _ growth: Double
  ) -> CellPlan {
    // Below this, nothing can be cheaper.
    if aEdges.count * bEdges.count <= 40 * (aEdges.count + bEdges.count) { return .compare }
    return CellPlan(
      cell, EdgeExtent(of: aEdges, aVertices, within: cell), EdgeExtent(of: bEdges, bVertices, within: cell),
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
