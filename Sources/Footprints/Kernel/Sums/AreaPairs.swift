/// The pairs of one area with each area of the other layer that it meets.
struct AreaPairs {
  private let isByA: Bool
  private var pairs: [PairIntegrals] = []
  private var others: [UInt32] = []
  /// One more than the position of each other area in `pairs`, or 0.
  private var places: [UInt32]

  /// For areas of A if `isByA`, with `otherCount` areas of the other layer.
  init(isByA: Bool, otherCount: Int) {
    self.isByA = isByA
    places = [UInt32](repeating: 0, count: otherCount)
  }

  /// Adds a part of a pair's integrals.
  mutating func add(_ part: PairIntegrals) {
    update(of: isByA ? part.a : part.b, with: isByA ? part.b : part.a) { $0.add(part) }
  }

  /// Changes the integrals of the current area with another.
  @inline(__always)
  mutating func update(of area: UInt32, with other: UInt32, _ change: (inout PairIntegrals) -> Void) {
    if places[Int(other)] == 0 {
      pairs.append(isByA ? PairIntegrals(a: area, b: other) : PairIntegrals(a: other, b: area))
      others.append(other)
      places[Int(other)] = UInt32(pairs.count)
    }
    change(&pairs[Int(places[Int(other)]) - 1])
  }

  /// Hands over all pairs, by the number of the other area, and forgets them for the next area.
  mutating func removeAll<Failure: Error>(
    _ body: (PairIntegrals) throws(Failure) -> Void
  ) throws(Failure) {
    others.sort()
    for other in others {
      try body(pairs[Int(places[Int(other)]) - 1])
      places[Int(other)] = 0
    }
    pairs.removeAll(keepingCapacity: true)
    others.removeAll(keepingCapacity: true)
  }
}
