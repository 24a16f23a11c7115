/// The integrals along all edges of a layer that come before a given one, kept for every eighth edge and
/// completed on demand: 8 bytes per vertex.
///
/// What a ring contributes to an intersection is the integral along the ring from each point where it enters to the
/// one where it leaves: a difference of two prefixes. So an edge that nothing crosses costs its own term once,
/// however many areas of the other layer it lies in, and crossings can be taken in any order.
///
/// The path of integration runs on from one ring to the next over what is not an edge. As entering and leaving
/// alternate along a ring, what came before the ring cancels, whatever it is.
struct PrefixIntegrals: Sendable {
  /// The integrals before the first edge of each block of edges, see `EdgeOwners.blockBits`, from the start of the
  /// block's piece.
  let blocks: [BoundaryIntegrals]
  /// The integrals before each piece of 2^`pieceBits` blocks.
  let pieces: [BoundaryIntegrals]
  static let pieceBits = 12

  /// Integrates along a layer, in parallel by pieces.
  init(_ layer: GridLayer, jobs: Int) throws(FootprintsError) {
    let blockCount = (layer.vertices.count + (1 << EdgeOwners.blockBits) - 1) >> EdgeOwners.blockBits
    let pieceCount = (blockCount + (1 << Self.pieceBits) - 1) >> Self.pieceBits
    var totals = Result<[BoundaryIntegrals], FootprintsError>.success([])
    blocks = Array(unsafeUninitializedCapacity: blockCount) { buffer, count in
      // A piece writes its own blocks, and so all are written.
      let shared = DisjointElements(buffer: buffer)
      totals = Result { () throws(FootprintsError) in
        try parallelMap(count: pieceCount, jobs: jobs) { piece in
          let first = piece << Self.pieceBits
          return Self.integrate(
            layer.vertices, first..<min(blockCount, first + 1 << Self.pieceBits), into: shared)
        }
      }
      if case .success = totals { count = blockCount }
    }
    var before = BoundaryIntegrals()
    pieces = try totals.get().map { total in
      defer { before.add(total) }
      return before
    }
  }

  /// Writes the integrals before each block from the start of the piece on, and returns those of the piece.
  private static func integrate(
    _ vertices: [GridPoint], _ piece: Range<Int>, into blocks: DisjointElements<BoundaryIntegrals>
  ) -> BoundaryIntegrals {
    vertices.withUnsafeBufferPointer { vertices in
      var integrals = BoundaryIntegrals()
      for block in piece {
        blocks[block] = integrals
        let first = block << EdgeOwners.blockBits
        for vertex in first..<min(first + 1 << EdgeOwners.blockBits, vertices.count - 1) {
          integrals.add(vertices[vertex], vertices[vertex + 1])
        }
      }
      return integrals
    }
  }
}
