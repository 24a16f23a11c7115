/// The pairs of areas whose pieces are wanted, to be looked up by their two areas.
struct WantedPairs: Sendable {
  /// Where each A area's pairs begin among all, and where the last one's end.
  private let offsets: [Int]
  /// The B area of each pair, ascending within an A area.
  private let bAreas: [UInt32]
  /// The place of each pair in the order in which they were given.
  private let places: [UInt32]

  /// Precondition: each pair once.
  init(_ pairs: [(a: Int, b: Int)], aCount: Int) {
    let order = pairs.indices.sorted { (pairs[$0].a, pairs[$0].b) < (pairs[$1].a, pairs[$1].b) }
    bAreas = order.map { UInt32(pairs[$0].b) }
    places = order.map { UInt32($0) }
    var offsets = [Int](repeating: 0, count: aCount + 1)
    for pair in pairs { offsets[pair.a + 1] += 1 }
    for area in 0..<aCount { offsets[area + 1] += offsets[area] }
    self.offsets = offsets
  }

  /// How many there are.
  var count: Int { bAreas.count }

  /// The place of a pair among those given; nil when it is not wanted.
  @inline(__always)
  func place(_ a: UInt32, _ b: UInt32) -> UInt32? {
    var low = offsets[Int(a)]
    let end = offsets[Int(a) &+ 1]
    var high = end
    while low < high {
      let middle = (low &+ high) &>> 1
      if bAreas[middle] < b { low = middle &+ 1 } else { high = middle }
    }
    return low < end && bAreas[low] == b ? places[low] : nil
  }
}
