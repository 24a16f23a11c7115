/// Which layer a point belongs to when it is located among the edges of the other, as the displacement of
/// B decides where they touch.
enum PointRole {
  case a
  case b
}

/// Finds which areas of one layer hold given vertices of the other: one vertex per ring is enough, since
/// crossings settle the rest.
///
/// A point is carried along a row of cells, from outside everything, along the lower side of one cell
/// after another, and what it crosses is counted. From the corner of a cell, each vertex in the cell is
/// reached within it. So every edge is looked at a few times, however many vertices there are; crowded
/// cells are divided again and treated in the same way.
struct RingLocator {
  /// The vertices of the layer whose edges are crossed.
  let vertices: UnsafeBufferPointer<GridPoint>
  /// The role of the point; the edges have the other.
  let role: PointRole
  /// The label that is counted for an edge.
  let label: (UInt32) -> UInt32
  private var counts: WindingCounts
  private var levels: [CellLists] = []

  /// A vertex to be located.
  struct Query {
    let point: GridPoint
    /// What the caller knows it by.
    let name: UInt32
    /// The cell of a division that it lies in.
    var cell: Int
  }

  init(
    _ vertices: UnsafeBufferPointer<GridPoint>, labelCount: Int, role: PointRole,
    label: @escaping (UInt32) -> UInt32
  ) {
    self.vertices = vertices
    self.role = role
    self.label = label
    counts = WindingCounts(count: labelCount)
  }

  /// Locates the queries of one row of the outermost division, given by column in ascending order, and
  /// calls `found` with the target, each name and the labels around it.
  mutating func locate<Target>(
    row: Int, of division: Division, _ lists: CellLists, _ queries: UnsafeBufferPointer<Query>,
    _ target: inout Target,
    _ found: (inout Target, UInt32, [WindingCounts.Member]) -> Void
  ) {
    walk(row: row, of: division, lists, queries, depth: 0, &target, found)
    counts.restore([])
  }

  /// Carries the point along one row, from the corner of its first cell.
  private mutating func walk<Target>(
    row: Int, of division: Division, _ lists: CellLists, _ queries: UnsafeBufferPointer<Query>,
    depth: Int, _ target: inout Target,
    _ found: (inout Target, UInt32, [WindingCounts.Member]) -> Void
  ) {
    var column = 0
    var first = 0
    while first < queries.count {
      let index = queries[first].cell
      while column < index & (division.columns - 1) {
        crossLowerSide(ofColumn: column, row, division, lists, depth)
        column += 1
      }
      var next = first + 1
      while next < queries.count && queries[next].cell == index { next += 1 }
      locate(
        division.cell(index), lists.edges(in: index), UnsafeBufferPointer(rebasing: queries[first..<next]),
        depth: depth, &target, found)
      first = next
    }
  }

  /// Carries the point from the corner of a cell to that of the next.
  @inline(__always)
  private mutating func crossLowerSide(
    ofColumn column: Int, _ row: Int, _ division: Division, _ lists: CellLists, _ depth: Int
  ) {
    let index = row &* division.columns &+ column
    // Nothing lies outside the outermost division, so only an edge in several cells crosses a side.
    let edges = depth == 0 ? lists.strays(in: index) : lists.edges(in: index)
    if edges.isEmpty { return }
    let cell = division.cell(column: column, row: row)
    let end = GridPoint(x: cell.x &+ 1 &<< Int64(cell.widthBits), y: cell.y)
    for edge in edges { count(edge, cell.corner, end) }
  }

  /// Locates queries in a cell whose corner the point has reached, and brings it back there.
  private mutating func locate<Target>(
    _ cell: Cell, _ edges: UnsafeBufferPointer<UInt32>, _ queries: UnsafeBufferPointer<Query>, depth: Int,
    _ target: inout Target,
    _ found: (inout Target, UInt32, [WindingCounts.Member]) -> Void
  ) {
    if edges.isEmpty {
      for query in queries { found(&target, query.name, counts.members) }
      return
    }
    if queries.count > 4 && edges.count > 64, let division = division(of: cell, edges, queries) {
      let corner = counts.members
      if depth == levels.count { levels.append(CellLists()) }
      let lists = levels[depth]
      lists.distribute(edges, of: vertices, to: division)
      var sorted = queries.map { Query(point: $0.point, name: $0.name, cell: division.index(of: $0.point)) }
      sorted.sort { $0.cell < $1.cell }
      sorted.withUnsafeBufferPointer { sorted in
        var first = 0
        for row in 0..<division.rows {
          let start = counts.members
          var next = first
          while next < sorted.count && sorted[next].cell < (row + 1) * division.columns { next += 1 }
          let here = UnsafeBufferPointer(rebasing: sorted[first..<next])
          walk(row: row, of: division, lists, here, depth: depth + 1, &target, found)
          first = next
          if first == sorted.count { break }
          counts.restore(start)
          let side = division.cell(column: 0, row: row)
          let above = GridPoint(x: side.x, y: side.y &+ 1 &<< Int64(side.heightBits))
          for edge in lists.edges(in: row * division.columns) { count(edge, side.corner, above) }
        }
      }
      counts.restore(corner)
      return
    }
    for query in queries {
      counts.mark()
      let turn = GridPoint(x: query.point.x, y: cell.y)
      for edge in edges {
        count(edge, cell.corner, turn)
        count(edge, turn, query.point)
      }
      found(&target, query.name, counts.members)
      counts.undo()
    }
  }

  private func division(
    of cell: Cell, _ edges: UnsafeBufferPointer<UInt32>, _ queries: UnsafeBufferPointer<Query>
  ) -> Division? {
    var points = EdgeExtent()
    points.count = queries.count
    return Division(of: cell, for: points, EdgeExtent(of: edges, vertices, within: cell), use: .location)
  }

  /// Counts an edge that the point crosses on its way along a horizontal or vertical path.
  @inline(__always)
  private mutating func count(_ edge: UInt32, _ from: GridPoint, _ to: GridPoint) {
    let start = vertices[Int(edge)]
    let end = vertices[Int(edge) &+ 1]
    guard from != to, boxesMeet(start, end, from, to) else { return }
    let passage = role == .a ? passage(from, to, start, end) : -passage(start, end, from, to)
    if passage != 0 { counts.add(label(edge), passage) }
  }
}
