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

  /// Calls `body` with the ring starts in a row of the division, unless there are none.
  func withStarts(
    inRow row: Int, of division: Division, _ body: (UnsafeBufferPointer<RingLocator.Query>) -> Void
  ) {
    let range = first(from: row * division.columns)..<first(from: (row + 1) * division.columns)
    if range.isEmpty { return }
    starts.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[range])) }
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
  let a: LayerIndex
  let b: LayerIndex
  /// The binary logarithm of the side of the blocks of cells that make one task.
  private let blockBits: Int

  /// Divides the plane for two layers of which neither is without edges, or for one against itself.
  init(_ a: GridLayer, _ b: GridLayer?, jobs: Int) throws(FootprintsError) {
    var extent = a.extent
    if let b { extent.add(b.extent) }
    let cell = Cell(around: extent)
    let division =
      Division(of: cell, for: a.extent, (b ?? a).extent, use: .outermost)
      ?? Division(cell: cell, columnBits: 0, rowBits: 0)
    let sides = try parallelMap(count: b == nil ? 1 : 2, jobs: jobs) { side in
      LayerIndex(side == 0 ? a : b ?? a, division)
    }
    self.division = division
    self.a = sides[0]
    self.b = sides[sides.count - 1]
    blockBits = min(3, division.columnBits, division.rowBits)
  }

  /// How many pieces of work the search for crossings is cut into: blocks of neighbouring cells, whose edges are
  /// neighbours along their rings and so in memory.
  var searchTaskCount: Int { division.count >> (2 * blockBits) }

  /// Calls `body` with the cells of one of them.
  func forEachCell(ofTask task: Int, _ body: (Int) -> Void) {
    let blockColumnBits = division.columnBits - blockBits
    let firstColumn = (task & (1 << blockColumnBits - 1)) << blockBits
    let firstRow = (task >> blockColumnBits) << blockBits
    for row in firstRow..<firstRow + 1 << blockBits {
      for column in firstColumn..<firstColumn + 1 << blockBits { body(row << division.columnBits + column) }
    }
  }

  /// How many pieces of work locating the ring starts is cut into: each row, once for A and once for B.
  var locationTaskCount: Int { 2 * division.rows }
}
