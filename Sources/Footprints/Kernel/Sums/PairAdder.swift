/// The sums of one area with each other area that it meets.
struct PairAdder {
  private let isByX: Bool
  private var sums: [PairSum] = []
  private var others: [UInt32] = []
  /// One more than the position of each other area in `sums`, or 0.
  private var places: [UInt32]

  /// For areas of X if `isByX`, with `otherCount` areas of the other layer.
  init(isByX: Bool, otherCount: Int) {
    self.isByX = isByX
    places = [UInt32](repeating: 0, count: otherCount)
  }

  /// Adds a part of a pair's sums.
  mutating func add(_ sum: PairSum) {
    update(of: isByX ? sum.x : sum.y, with: isByX ? sum.y : sum.x) { $0.add(sum) }
  }

  /// Changes the sums of the area at hand with another.
  @inline(__always)
  mutating func update(of area: UInt32, with other: UInt32, _ change: (inout PairSum) -> Void) {
    if places[Int(other)] == 0 {
      sums.append(isByX ? PairSum(x: area, y: other) : PairSum(x: other, y: area))
      others.append(other)
      places[Int(other)] = UInt32(sums.count)
    }
    change(&sums[Int(places[Int(other)]) - 1])
  }

  /// Hands over all sums, by the number of the other area, and forgets them for the next area.
  mutating func removeAll<Failure: Error>(
    _ body: (PairSum) throws(Failure) -> Void
  ) throws(Failure) {
    others.sort()
    for other in others {
      try body(sums[Int(places[Int(other)]) - 1])
      places[Int(other)] = 0
    }
    sums.removeAll(keepingCapacity: true)
    others.removeAll(keepingCapacity: true)
  }
}
