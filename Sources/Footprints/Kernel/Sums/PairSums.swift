/// The sums of the pairs met in a few neighbouring cells, found by their two areas: open addressing over a dense
/// list.
struct PairSums {
  private(set) var sums: [PairSum] = []
  /// One more than the position in `sums`, or 0 for a free slot; a power of two of them, at most half used.
  private var slots: [UInt32]
  private var last = 0

  init() { slots = [UInt32](repeating: 0, count: 1024) }

  /// Changes the sums of a pair.
  @inline(__always)
  mutating func update(_ x: UInt32, _ y: UInt32, _ change: (inout PairSum) -> Void) {
    let position = position(x, y)
    sums.withUnsafeMutableBufferPointer { change(&$0[position]) }
  }

  /// Forgets all pairs.
  mutating func removeAll() {
    if sums.isEmpty { return }
    sums.removeAll(keepingCapacity: true)
    slots.withUnsafeMutableBufferPointer { $0.update(repeating: 0) }
    last = 0
  }

  /// The position of a pair in `sums`, which is added if new.
  @inline(__always)
  private mutating func position(_ x: UInt32, _ y: UInt32) -> Int {
    if last < sums.count, sums[last].x == x, sums[last].y == y { return last }
    last = lookUp(x, y)
    return last
  }

  private mutating func lookUp(_ x: UInt32, _ y: UInt32) -> Int {
    var slot = Self.hash(x, y) & (slots.count - 1)
    while slots[slot] != 0 {
      let position = Int(slots[slot]) - 1
      if sums[position].x == x && sums[position].y == y { return position }
      slot = (slot + 1) & (slots.count - 1)
    }
    sums.append(PairSum(x: x, y: y))
    slots[slot] = UInt32(sums.count)
    if sums.count * 2 > slots.count { enlarge() }
    return sums.count - 1
  }

  private mutating func enlarge() {
    slots = [UInt32](repeating: 0, count: slots.count * 2)
    for (position, sum) in sums.enumerated() {
      var slot = Self.hash(sum.x, sum.y) & (slots.count - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = UInt32(position + 1)
    }
  }

  /// The finishing steps of SplitMix64 (Steele et al. 2014): neighbouring areas have neighbouring numbers,
  /// which one multiplication would leave in patterns.
  private static func hash(_ x: UInt32, _ y: UInt32) -> Int {
    var mixed = UInt64(x) << 32 | UInt64(y)
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int(truncatingIfNeeded: (mixed ^ (mixed >> 31)) >> 1)
  }
}
