/// A ring whose start lies inside the other area of a pair.
struct PieceRing: BitwiseCopyable, Sendable {
  let ring: UInt32
  /// Whether it is a ring of the A area.
  let isOfA: Bool
}

/// Keeps the rings that start inside the other area, of the pairs whose pieces are wanted, in chains by pair.
struct PieceRings: RingStartSink {
  private let wanted: WantedPairs
  private(set) var found: Chains<PieceRing>

  init(_ wanted: WantedPairs) {
    self.wanted = wanted
    found = Chains(areaCount: wanted.count)
  }

  mutating func addARing(_ ring: UInt32, of aArea: UInt32, in bArea: UInt32, times: Int32) {
    guard let place = wanted.place(aArea, bArea) else { return }
    found.append(PieceRing(ring: ring, isOfA: true), to: UInt32(place))
  }

  mutating func addBRing(_ ring: UInt32, of bArea: UInt32, in aArea: UInt32, times: Int32) {
    guard let place = wanted.place(aArea, bArea) else { return }
    found.append(PieceRing(ring: ring, isOfA: false), to: UInt32(place))
  }
}
