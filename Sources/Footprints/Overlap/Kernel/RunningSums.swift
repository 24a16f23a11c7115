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
  /// The sums before the first edge of each block of edges, see `EdgeOwners.blockBits`.
  let blocks: [EdgeSums]

  /// Sums up a layer, in parallel by blocks.
  init(_ layer: GridLayer, jobs: Int) throws(FootprintsError) {
    let vertexCount = layer.vertices.count
    let blockCount = (vertexCount + (1 << EdgeOwners.blockBits) - 1) >> EdgeOwners.blockBits
    let pieces = Pieces(of: blockCount, minimum: 1 << 12, jobs: jobs)
    var blocks = [EdgeSums](repeating: EdgeSums(), count: blockCount)
    let outcome = blocks.withUnsafeMutableBufferPointer { buffer in
      // A piece writes its own blocks only.
      let shared = SharedBuffer(buffer)
      return Result { () throws(FootprintsError) -> [EdgeSums] in
        try parallelMap(count: pieces.count, jobs: jobs) { piece in
          Self.sum(layer.vertices, pieces[piece], into: shared)
        }
      }
    }
    var before = EdgeSums()
    for (piece, total) in try outcome.get().enumerated() {
      for block in pieces[piece] { blocks[block].add(before) }
      before.add(total)
    }
    self.blocks = blocks
  }

  /// Writes the sums of each block's predecessors within the piece and returns the sum of the piece.
  private static func sum(
    _ vertices: [GridPoint], _ piece: Range<Int>, into blocks: SharedBuffer<EdgeSums>
  ) -> EdgeSums {
    vertices.withUnsafeBufferPointer { vertices in
      var sums = EdgeSums()
      for block in piece {
        blocks[block] = sums
        let first = block << EdgeOwners.blockBits
        for vertex in first..<Swift.min(first + 1 << EdgeOwners.blockBits, vertices.count - 1) {
          sums.add(vertices[vertex], vertices[vertex + 1])
        }
      }
      return sums
    }
  }
}
