/// Points dropped into the cells of a division, those of a row side by side and in the order of its columns.
struct PointIndex: Sendable {
  let division: Division
  /// The points on the grid; those that are none are anything.
  private let points: [GridPoint]
  /// The points inside the divided cell, by cell.
  private let order: [UInt32]
  /// Where each row begins in `order`, and where the last one ends.
  private let rowStarts: [Int]
  private let cells: [UInt32]

  /// Divides the cell around a layer for the points given. Points that are not finite, or lie outside the cell, are in
  /// no cell.
  init(_ coordinates: [Coordinate], _ layer: GridLayer, jobs: Int) throws(FootprintsError) {
    let cell = Cell(around: layer.extent)
    let pieces = Pieces(of: coordinates.count, minimum: 1 << 14, jobs: jobs)
    var outcome = Result<[EdgeExtent], FootprintsError>.success([])
    let points = [GridPoint](unsafeUninitializedCapacity: coordinates.count) { buffer, count in
      let out = DisjointElements(buffer: buffer)
      outcome = Result { () throws(FootprintsError) in
        try parallelMap(count: pieces.count, jobs: jobs) { piece in
          var extent = EdgeExtent()
          for index in pieces[piece] {
            // Where the layer can not be, a point is as good as any other there.
            let point = layer.grid.point(coordinates[index]) ?? GridPoint(x: .max, y: .max)
            out[index] = point
            if cell.contains(point) { extent.add(point, point) }
          }
          return extent
        }
      }
      count = coordinates.count
    }
    let extent = try outcome.get().reduce(into: EdgeExtent()) { $0.add($1) }
    let division =
      Division(of: cell, for: extent, layer.extent, use: .location)
      ?? Division(cell: cell, columnBits: 0, rowBits: 0)
    self.division = division
    self.points = points

    // A counting sort: cell by cell, points of one cell in the order in which they came.
    let outside = UInt32.max
    var cells = [UInt32](repeating: outside, count: points.count)
    try parallelChunks(of: &cells, jobs: jobs, chunk: 1 << 14, makeWorker: {}) { _, chunk, first in
      for index in chunk.indices where cell.contains(points[first + index]) {
        chunk[index] = UInt32(truncatingIfNeeded: division.index(of: points[first + index]))
      }
    }
    var ends = [UInt32](repeating: 0, count: division.count + 1)
    for cell in cells where cell != outside { ends[Int(cell) + 1] += 1 }
    for cell in 0..<division.count { ends[cell + 1] += ends[cell] }
    rowStarts = (0...division.rows).map { Int(ends[$0 * division.columns]) }
    order = [UInt32](unsafeUninitializedCapacity: extent.count) { buffer, count in
      for (index, cell) in cells.enumerated() where cell != outside {
        buffer[Int(ends[Int(cell)])] = UInt32(truncatingIfNeeded: index)
        ends[Int(cell)] += 1
      }
      count = extent.count
    }
    self.cells = cells
  }

  /// Calls `body` with the points in a row of the division as queries, unless there are none.
  func withQueries(
    inRow row: Int, _ scratch: Scratch<RingLocator.Query>,
    _ body: (UnsafeBufferPointer<RingLocator.Query>) -> Void
  ) {
    let range = rowStarts[row]..<rowStarts[row + 1]
    if range.isEmpty { return }
    scratch.reset(count: range.count)
    for (place, point) in order[range].enumerated() {
      scratch[place] = RingLocator.Query(
        point: points[Int(point)], name: point, cell: Int(cells[Int(point)]))
    }
    body(scratch.elements)
  }
}
