/// A layer dropped into the cells of the outermost division.
///
/// Sendable is sound: everything is written by the initializer and only read afterwards.
final class LayerIndex: @unchecked Sendable {
  /// The edges that touch each cell.
  let lists = CellLists()
  /// The first vertex of each ring, by cell; the name is the ring.
  private(set) var starts: [RingLocator.Query] = []

  init(_ layer: GridLayer, _ division: Division) {
    layer.vertices.withUnsafeBufferPointer { lists.distribute(layer, $0, to: division) }
    for ring in 0..<layer.ringCount where layer.ringEdgeCounts[ring] > 0 {
      let point = layer.vertices[Int(layer.ringStarts[ring])]
      starts.append(RingLocator.Query(point: point, name: UInt32(ring), cell: division.index(of: point)))
    }
    starts.sort { $0.cell < $1.cell }
  }

  /// The ring starts in a row of the division.
  func starts(inRow row: Int, of division: Division) -> ArraySlice<RingLocator.Query> {
    starts[first(from: row * division.columns)..<first(from: (row + 1) * division.columns)]
  }

  private func first(from cell: Int) -> Int {
    var low = 0
    var high = starts.count
    while low < high {
      let middle = (low + high) / 2
      if starts[middle].cell < cell { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

/// The outermost division of the plane with the edges of both layers, and the pieces that the work is cut
/// into.
struct OverlayIndex: Sendable {
  let division: Division
  let x: LayerIndex
  let y: LayerIndex
  /// How many neighbouring cells make one task.
  private let cellsPerTask: Int

  /// Divides the plane for two layers of which neither is without edges, or for one against itself.
  init(_ x: GridLayer, _ y: GridLayer?, jobs: Int) throws(FootprintsError) {
    var extent = x.extent
    if let y { extent.add(y.extent) }
    let cell = Cell(around: extent)
    let division =
      Division(of: cell, for: x.extent, (y ?? x).extent, use: .outermost)
      ?? Division(cell: cell, columnBits: 0, rowBits: 0)
    let sides = try parallelMap(count: y == nil ? 1 : 2, jobs: jobs) { side in
      LayerIndex(side == 0 ? x : y ?? x, division)
    }
    self.division = division
    self.x = sides[0]
    self.y = sides[sides.count - 1]
    cellsPerTask = max(1, min(64, division.count / (jobs * 16)))
  }

  /// How many pieces of work the search for crossings is cut into.
  var searchTaskCount: Int { (division.count + cellsPerTask - 1) / cellsPerTask }

  /// The cells of one of them.
  func cells(ofTask task: Int) -> Range<Int> {
    task * cellsPerTask..<min(division.count, (task + 1) * cellsPerTask)
  }

  /// How many pieces of work locating the ring starts is cut into: each row, once for X and once for Y.
  var locationTaskCount: Int { 2 * division.rows }
}
