/// Which ring an edge belongs to, kept for the first edge of every block of eight: half a byte per vertex.
struct EdgeOwners: Sendable {
  static let blockBits = 3
  /// The ring that the first vertex of each block belongs to.
  let rings: [UInt32]

  init(_ layer: GridLayer) {
    let blockCount = (layer.vertices.count + (1 << Self.blockBits) - 1) >> Self.blockBits
    var rings: [UInt32] = []
    rings.reserveCapacity(blockCount)
    for ring in 0..<layer.ringCount {
      // The blocks whose first vertex lies in the ring's place.
      let end = (Int(layer.ringStarts[ring + 1]) + (1 << Self.blockBits) - 1) >> Self.blockBits
      while rings.count < end { rings.append(UInt32(ring)) }
    }
    self.rings = rings
  }
}
