/// For every cell of a division, the edges of one layer that touch it: one list after the other, in
/// compressed rows. Within each list come first the edges that touch several cells, the only ones that can
/// cross a cell's side.
///
/// Made by one counting sort: one pass finds each edge's cell, a second writes the edge to its place.
final class CellLists {
  private let starts = Scratch<UInt32>()
  private let seams = Scratch<UInt32>()
  private let edges = Scratch<UInt32>()
  private let homes = Scratch<UInt32>()
  private let strays = Scratch<Stray>()

  /// An edge in one of the several cells it touches.
  private struct Stray: BitwiseCopyable {
    let cell: UInt32
    let edge: UInt32
  }

  private static let several = UInt32.max

  /// How often edges occur in all cells together.
  var occurrences: Int { edges.count }

  /// All edges that touch a cell.
  @inline(__always)
  func edges(in cell: Int) -> UnsafeBufferPointer<UInt32> {
    UnsafeBufferPointer(rebasing: edges.buffer[Int(starts[cell])..<Int(starts[cell + 1])])
  }

  /// The edges that touch a cell and others as well.
  @inline(__always)
  func strays(in cell: Int) -> UnsafeBufferPointer<UInt32> {
    UnsafeBufferPointer(rebasing: edges.buffer[Int(starts[cell])..<Int(seams[cell])])
  }

  /// Distributes edges to the cells of a division.
  func distribute(
    _ list: UnsafeBufferPointer<UInt32>, of vertices: UnsafeBufferPointer<GridPoint>, to division: Division
  ) {
    starts.reset(count: division.count + 1, to: 0)
    seams.reset(count: division.count, to: 0)
    homes.reset(count: list.count)
    strays.reset(count: 0)
    for (position, edge) in list.enumerated() {
      homes[position] = home(of: edge, vertices, division)
    }
    place { body in
      for (position, edge) in list.enumerated() { body(edge, homes[position]) }
    }
  }

  /// Distributes all edges of a layer.
  func distribute(_ layer: GridLayer, _ vertices: UnsafeBufferPointer<GridPoint>, to division: Division) {
    starts.reset(count: division.count + 1, to: 0)
    seams.reset(count: division.count, to: 0)
    homes.reset(count: layer.edgeCount)
    strays.reset(count: 0)
    var position = 0
    for ring in 0..<layer.ringCount {
      for edge in layer.edges(of: ring) {
        homes[position] = home(of: UInt32(edge), vertices, division)
        position += 1
      }
    }
    place { body in
      var position = 0
      for ring in 0..<layer.ringCount {
        for edge in layer.edges(of: ring) {
          body(UInt32(edge), homes[position])
          position += 1
        }
      }
    }
    // Lists of a whole layer are made once: what only their making needs is 4 bytes an edge and more.
    homes.release()
    strays.release()
  }

  /// Counts an edge and returns its only cell, or notes all its cells and returns `several`.
  @inline(__always)
  private func home(
    of edge: UInt32, _ vertices: UnsafeBufferPointer<GridPoint>, _ division: Division
  ) -> UInt32 {
    let p = vertices[Int(edge)]
    let q = vertices[Int(edge) &+ 1]
    let range = division.cells(touching: p, q)
    if range.isSingle {
      let cell = range.rows.lowerBound &* division.columns &+ range.columns.lowerBound
      starts[cell &+ 1] &+= 1
      return UInt32(truncatingIfNeeded: cell)
    }
    division.forEachCell(in: range, touching: p, q) { cell in
      strays.append(Stray(cell: UInt32(truncatingIfNeeded: cell), edge: edge))
      starts[cell &+ 1] &+= 1
      seams[cell] &+= 1
    }
    return Self.several
  }

  /// Writes every edge to its list, once all are counted.
  @inline(__always)
  private func place(_ forEachEdge: ((UInt32, UInt32) -> Void) -> Void) {
    var total: UInt32 = 0
    for cell in 0..<seams.count {
      let count = starts[cell &+ 1]
      starts[cell &+ 1] = total
      total &+= count
    }
    edges.reset(count: Int(total))
    // starts[cell + 1] is the place for the next edge of the cell, and its end when all are placed.
    for stray in strays.elements {
      let place = starts[Int(stray.cell) &+ 1]
      edges[Int(place)] = stray.edge
      starts[Int(stray.cell) &+ 1] = place &+ 1
    }
    for cell in 0..<seams.count { seams[cell] = starts[cell &+ 1] }
    forEachEdge { edge, cell in
      if cell == Self.several { return }
      let place = starts[Int(cell) &+ 1]
      edges[Int(place)] = edge
      starts[Int(cell) &+ 1] = place &+ 1
    }
  }
}
