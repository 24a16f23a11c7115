/// The pairs of areas whose pieces are wanted, to be looked up by their two areas.
struct WantedPairs: Sendable {
  /// Where each A area's pairs begin among all, and where the last one's end.
  private let offsets: [Int]
  /// The B area of each pair.
  private let bAreas: [UInt32]

  /// Precondition: pairs by ascending a, then b, each once.
  init(_ pairs: [(a: Int, b: Int)], aCount: Int) {
    bAreas = pairs.map { UInt32($0.b) }
    var offsets = [Int](repeating: 0, count: aCount + 1)
    for pair in pairs { offsets[pair.a + 1] += 1 }
    for area in 0..<aCount { offsets[area + 1] += offsets[area] }
    self.offsets = offsets
  }

  /// How many there are.
  var count: Int { bAreas.count }

  /// The place of a pair among all; nil when it is not wanted.
  @inline(__always)
  func place(_ a: UInt32, _ b: UInt32) -> Int? {
    var low = offsets[Int(a)]
    var high = offsets[Int(a) &+ 1]
    while low < high {
      let middle = (low &+ high) &>> 1
      if bAreas[middle] < b { low = middle &+ 1 } else { high = middle }
    }
    return low < offsets[Int(a) &+ 1] && bAreas[low] == b ? low : nil
  }
}
