/// For every cell of a division, the edges of one layer that touch it: one list after the other, in
/// compressed rows. Within each list the edges that touch several cells come first, the only ones that can
/// cross a cell's side.
///
/// Made by a counting sort: one pass over the edges counts what each cell gets, a second writes the edges to
/// their places. Finding an edge's cells twice is cheaper than keeping them.
final class CellLists {
  /// 0, and then the end of each cell's list, where the next one begins.
  private let ends = Scratch<UInt32>()
  /// Where the edges that touch several cells end within each cell's list.
  private let seams = Scratch<UInt32>()
  private let edges = Scratch<UInt32>()

  /// How often edges occur in all cells together.
  var occurrences: Int { edges.count }

  /// All edges that touch a cell.
  @inline(__always)
  func edges(in cell: Int) -> UnsafeBufferPointer<UInt32> {
    UnsafeBufferPointer(rebasing: edges.buffer[Int(ends[cell])..<Int(ends[cell + 1])])
  }

  /// The edges that touch a cell and others as well.
  @inline(__always)
  func strays(in cell: Int) -> UnsafeBufferPointer<UInt32> {
    UnsafeBufferPointer(rebasing: edges.buffer[Int(ends[cell])..<Int(seams[cell])])
  }

  /// Distributes edges to the cells of a division.
  func distribute(
    _ list: UnsafeBufferPointer<UInt32>, of vertices: UnsafeBufferPointer<GridPoint>, to division: Division
  ) {
    fill(division) { body in
      for edge in list {
        let p = vertices[Int(edge)]
        let q = vertices[Int(edge) &+ 1]
        let range = division.cells(touching: p, q)
        if range.isSingle {
          body(edge, range.rows.lowerBound &* division.columns &+ range.columns.lowerBound, false)
        } else {
          division.forEachCell(in: range, touching: p, q) { body(edge, $0, true) }
        }
      }
    }
  }

  /// Distributes all edges of a layer that lies inside the divided cell, not on its sides.
  func distribute(_ layer: GridLayer, _ vertices: UnsafeBufferPointer<GridPoint>, to division: Division) {
    fill(division) { body in
      for ring in 0..<layer.ringCount {
        let edges = layer.edges(of: ring)
        if edges.isEmpty { continue }
        // Most edges lie in the cell of the one before, and every vertex belongs to two edges.
        var from = division.innerCell(of: vertices[edges.lowerBound])
        for edge in edges {
          let to = division.innerCell(of: vertices[edge &+ 1])
          if let cell = from, cell == to {
            body(UInt32(truncatingIfNeeded: edge), cell, false)
          } else {
            let (p, q) = (vertices[edge], vertices[edge &+ 1])
            division.forEachCell(in: division.cells(touching: p, q), touching: p, q) {
              body(UInt32(truncatingIfNeeded: edge), $0, true)
            }
          }
          from = to
        }
      }
    }
  }

  /// Fills the lists, given a function that calls its argument with every edge, each cell that it touches, and whether there
  /// are several; the same every time it is called.
  @inline(__always)
  private func fill(_ division: Division, _ forEachPlace: ((UInt32, Int, Bool) -> Void) -> Void) {
    ends.reset(count: division.count + 1, to: 0)
    seams.reset(count: division.count, to: 0)
    forEachPlace { _, cell, isStray in
      ends[cell &+ 1] &+= 1
      if isStray { seams[cell] &+= 1 }
    }
    // From here on, the place of the next edge of either kind; the ends, when all are placed.
    var total: UInt32 = 0
    for cell in 0..<division.count {
      let (count, strays) = (ends[cell &+ 1], seams[cell])
      seams[cell] = total
      ends[cell &+ 1] = total &+ strays
      total &+= count
    }
    edges.reset(count: Int(total))
    forEachPlace { edge, cell, isStray in
      let place = isStray ? seams[cell] : ends[cell &+ 1]
      edges[Int(place)] = edge
      if isStray { seams[cell] = place &+ 1 } else { ends[cell &+ 1] = place &+ 1 }
    }
  }
}
