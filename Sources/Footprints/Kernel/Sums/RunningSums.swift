/// The sums over all edges of a layer that come before a given one, kept for every eighth edge and
/// completed on demand: 8 bytes a vertex.
///
/// What an intersection owes to a ring is the sum over the ring's edges from each point where it enters to
/// the one where it leaves: a difference of two running sums. So an edge that nothing crosses costs its own
/// term once, however many areas of the other layer it lies in, and crossings can be taken in any order.
///
/// The sums run on from one ring to the next over an edge that is none. As entering and leaving alternate
/// along a ring, what was summed before the ring cancels, whatever it is.
struct RunningSums: Sendable {
  /// The sums before the first edge of each block of edges, see `EdgeOwners.blockBits`, from the start of the
  /// block's piece.
  let blocks: [EdgeSums]
  /// The sums before each piece of 2^`pieceBits` blocks.
  let pieces: [EdgeSums]
  static let pieceBits = 12

  /// Sums up a layer, in parallel by pieces.
  init(_ layer: GridLayer, jobs: Int) throws(FootprintsError) {
    let blockCount = (layer.vertices.count + (1 << EdgeOwners.blockBits) - 1) >> EdgeOwners.blockBits
    let pieceCount = (blockCount + (1 << Self.pieceBits) - 1) >> Self.pieceBits
    var totals = Result<[EdgeSums], FootprintsError>.success([])
    blocks = Array(unsafeUninitializedCapacity: blockCount) { buffer, count in
      // A piece writes its own blocks, and so all are written.
      let shared = DisjointElements(buffer: buffer)
      totals = Result { () throws(FootprintsError) in
        try parallelMap(count: pieceCount, jobs: jobs) { piece in
          let first = piece << Self.pieceBits
          return Self.sum(layer.vertices, first..<min(blockCount, first + 1 << Self.pieceBits), into: shared)
        }
      }
      if case .success = totals { count = blockCount }
    }
    var before = EdgeSums()
    pieces = try totals.get().map { total in
      defer { before.add(total) }
      return before
    }
  }

  /// Writes the sums of each block's predecessors within the piece and returns the sum of the piece.
  private static func sum(
    _ vertices: [GridPoint], _ piece: Range<Int>, into blocks: DisjointElements<EdgeSums>
  ) -> EdgeSums {
    vertices.withUnsafeBufferPointer { vertices in
      var sums = EdgeSums()
      for block in piece {
        blocks[block] = sums
        let first = block << EdgeOwners.blockBits
        for vertex in first..<min(first + 1 << EdgeOwners.blockBits, vertices.count - 1) {
          sums.add(vertices[vertex], vertices[vertex + 1])
        }
      }
      return sums
    }
  }
}
