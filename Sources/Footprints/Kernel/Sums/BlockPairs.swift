/// The pairs met in a few neighbouring cells with what is known of them from there, looked up by their two areas:
/// open addressing over a dense list.
struct BlockPairs {
  private(set) var pairs: [PairIntegrals] = []
  /// One more than the position in `pairs`, or 0 for a free slot; a power of two of them, at most half used.
  private var slots: [UInt32]
  private var last = 0

  init() { slots = [UInt32](repeating: 0, count: 1024) }

  /// Changes the integrals of a pair.
  @inline(__always)
  mutating func update(_ a: UInt32, _ b: UInt32, _ change: (inout PairIntegrals) -> Void) {
    let position = position(a, b)
    pairs.withUnsafeMutableBufferPointer { change(&$0[position]) }
  }

  /// Forgets all pairs.
  mutating func removeAll() {
    if pairs.isEmpty { return }
    pairs.removeAll(keepingCapacity: true)
    slots.withUnsafeMutableBufferPointer { $0.update(repeating: 0) }
    last = 0
  }

  /// The position of a pair in `pairs`, which is added if new.
  @inline(__always)
  private mutating func position(_ a: UInt32, _ b: UInt32) -> Int {
    if last < pairs.count, pairs[last].a == a, pairs[last].b == b { return last }
    last = lookUp(a, b)
    return last
  }

  private mutating func lookUp(_ a: UInt32, _ b: UInt32) -> Int {
    var slot = Self.hash(a, b) & (slots.count - 1)
    while slots[slot] != 0 {
      let position = Int(slots[slot]) - 1
      if pairs[position].a == a && pairs[position].b == b { return position }
      slot = (slot + 1) & (slots.count - 1)
    }
    pairs.append(PairIntegrals(a: a, b: b))
    slots[slot] = UInt32(pairs.count)
    if pairs.count * 2 > slots.count { enlarge() }
    return pairs.count - 1
  }

  private mutating func enlarge() {
    slots = [UInt32](repeating: 0, count: slots.count * 2)
    for (position, pair) in pairs.enumerated() {
      var slot = Self.hash(pair.a, pair.b) & (slots.count - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = UInt32(position + 1)
    }
  }

  /// The finishing steps of SplitMix64 (Steele et al. 2014): neighbouring areas have neighbouring numbers,
  /// which one multiplication would leave in patterns.
  private static func hash(_ a: UInt32, _ b: UInt32) -> Int {
    var mixed = UInt64(a) << 32 | UInt64(b)
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int(truncatingIfNeeded: (mixed ^ (mixed >> 31)) >> 1)
  }
}
