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
  static let blockBits = 3
  /// The sums before the first edge of each block.
  let blocks: [EdgeSums]
  /// The ring that the first vertex of each block belongs to.
  let rings: [UInt32]

  /// Sums up a layer, in parallel by blocks.
  init(_ layer: GridLayer, jobs: Int) throws(FootprintsError) {
    let vertexCount = layer.vertices.count
    let blockCount = (vertexCount + (1 << Self.blockBits) - 1) >> Self.blockBits
    let pieces = Pieces(of: blockCount, minimum: 1 << 12, jobs: jobs)
    var blocks = [EdgeSums](repeating: EdgeSums(), count: blockCount)
    var rings = [UInt32](repeating: 0, count: blockCount)
    let outcome = blocks.withUnsafeMutableBufferPointer { blockBuffer in
      rings.withUnsafeMutableBufferPointer { ringBuffer in
        // A piece writes its own blocks only.
        let sharedBlocks = SharedBuffer(blockBuffer)
        let sharedRings = SharedBuffer(ringBuffer)
        return Result { () throws(FootprintsError) -> [EdgeSums] in
          try parallelMap(count: pieces.count, jobs: jobs) { piece in
            Self.sum(layer, pieces[piece], into: sharedBlocks, sharedRings)
          }
        }
      }
    }
    var before = EdgeSums()
    for (piece, total) in try outcome.get().enumerated() {
      for block in pieces[piece] { blocks[block].add(before) }
      before.add(total)
    }
    self.blocks = blocks
    self.rings = rings
  }

  /// Writes the sums of each block's predecessors within the piece and returns the sum of the piece.
  private static func sum(
    _ layer: GridLayer, _ piece: Range<Int>, into blocks: SharedBuffer<EdgeSums>,
    _ rings: SharedBuffer<UInt32>
  ) -> EdgeSums {
    layer.vertices.withUnsafeBufferPointer { vertices in
      layer.ringStarts.withUnsafeBufferPointer { starts in
        var sums = EdgeSums()
        var ring = lastStart(in: starts, notAfter: piece.lowerBound << blockBits)
        for block in piece {
          let first = block << blockBits
          while ring + 2 < starts.count && Int(starts[ring + 1]) <= first { ring += 1 }
          blocks[block] = sums
          rings[block] = UInt32(ring)
          for vertex in first..<Swift.min(first + 1 << blockBits, vertices.count - 1) {
            sums.add(vertices[vertex], vertices[vertex + 1])
          }
        }
        return sums
      }
    }
  }

  private static func lastStart(in starts: UnsafeBufferPointer<UInt32>, notAfter vertex: Int) -> Int {
    var low = 0
    var high = starts.count - 1
    while high - low > 1 {
      let middle = (low + high) / 2
      if Int(starts[middle]) <= vertex { low = middle } else { high = middle }
    }
    return low
  }
}
