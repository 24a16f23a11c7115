/// The outermost division of the plane with the edges of both layers, and the pieces that the work is cut into.
///
/// Sendable is sound: everything is written by the initializer and only read afterwards.
final class OverlayIndex: @unchecked Sendable {
  let division: Division
  let x: CellLists
  let y: CellLists
  /// One vertex of each ring of X, by cell.
  let xStarts: [(cell: Int, query: RingLocator.Query)]
  /// One vertex of each ring of Y, by cell.
  let yStarts: [(cell: Int, query: RingLocator.Query)]
  /// How many neighbouring cells make one task.
  private let cellsPerTask: Int

  /// Divides the plane for two layers of which neither is without edges.
  init(_ x: GridLayer, _ y: GridLayer, jobs: Int) throws(FootprintsError) {
    var extent = x.extent
    extent.add(y.extent)
    let cell = Cell(around: extent)
    let division =
      Division(of: cell, for: x.extent, y.extent, isRoot: true)
      ?? Division(cell: cell, columnBits: 0, rowBits: 0)
    self.division = division
    let sides = try parallelMap(count: 2, jobs: jobs) { side in Side(side == 0 ? x : y, division) }
    self.x = sides[0].lists
    self.y = sides[1].lists
    xStarts = sides[0].starts
    yStarts = sides[1].starts
    cellsPerTask = max(1, min(64, division.count / (jobs * 16)))
  }

  private struct Side: @unchecked Sendable {
    let lists = CellLists()
    var starts: [(cell: Int, query: RingLocator.Query)] = []

    init(_ layer: GridLayer, _ division: Division) {
      layer.vertices.withUnsafeBufferPointer { lists.distribute(layer, $0, to: division) }
      for ring in 0..<layer.ringCount where layer.ringEdgeCounts[ring] > 0 {
        let point = layer.vertices[Int(layer.ringStarts[ring])]
        starts.append((division.index(of: point), RingLocator.Query(point: point, name: UInt32(ring))))
      }
      starts.sort { $0.cell < $1.cell }
    }
  }

  /// How many pieces of work the search for crossings is cut into.
  var searchTaskCount: Int { (division.count + cellsPerTask - 1) / cellsPerTask }

  /// The cells of one of them.
  func cells(ofTask task: Int) -> Range<Int> {
    task * cellsPerTask..<min(division.count, (task + 1) * cellsPerTask)
  }

  /// How many pieces of work locating the ring starts is cut into: each row, once for X and once for Y.
  var locationTaskCount: Int { 2 * division.rows }

  /// The ring starts in a row.
  func queries(
    _ starts: [(cell: Int, query: RingLocator.Query)], inRow row: Int
  ) -> ArraySlice<(cell: Int, query: RingLocator.Query)> {
    let first = Self.firstIndex(starts, atOrAfter: row * division.columns)
    return starts[first..<Self.firstIndex(starts, atOrAfter: (row + 1) * division.columns)]
  }

  private static func firstIndex(_ starts: [(cell: Int, query: RingLocator.Query)], atOrAfter cell: Int)
    -> Int
  {
    var low = 0
    var high = starts.count
    while low < high {
      let middle = (low + high) / 2
      if starts[middle].cell < cell { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
