/// What is known so far of the intersection of an X area with a Y area.
struct PairSum: BitwiseCopyable {
  let x: UInt32
  let y: UInt32
  /// Twice the area, in square units with `CrossingPoint.fractionBits` binary digits after the point.
  var area: Int128 = 0
  /// Six times the first moments in cubic units, modulo 2^128, as in `EdgeSums`.
  var momentX: Int128 = 0
  var momentY: Int128 = 0
  /// The length of the boundary, as in `EdgeSums`.
  var length: Int128 = 0
  /// How often X edges entered the Y area minus how often they left it; 0 when all crossings are known.
  var balance: Int64 = 0
  /// The first of the crossing points and ring starts met, from left to right.
  var vertex = GridPoint(x: .max, y: .max)

  /// Takes note of a vertex of the intersection.
  @inline(__always)
  mutating func note(_ point: GridPoint) {
    if point.isBefore(vertex) { vertex = point }
  }
}

/// The sums of all pairs that were met, found by their two areas: open addressing over a dense list.
///
/// Adding is exact and so commutes: the final sums depend on no order, and tables of several threads can
/// be merged in any.
struct PairSums {
  private(set) var sums: [PairSum] = []
  /// One more than the position in `sums`, or 0 for a free slot; a power of two of them, at most half used.
  private var slots: [UInt32]
  private var last = 0

  init() { slots = [UInt32](repeating: 0, count: 1024) }

  /// The position of a pair in `sums`, which is added if new.
  @inline(__always)
  mutating func position(_ x: UInt32, _ y: UInt32) -> Int {
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

  /// Changes the sums of a pair.
  @inline(__always)
  mutating func update(_ x: UInt32, _ y: UInt32, _ change: (inout PairSum) -> Void) {
    let position = position(x, y)
    sums.withUnsafeMutableBufferPointer { change(&$0[position]) }
  }

  /// Adds the whole boundary of a ring that lies inside an area of the other layer, `times` over.
  mutating func addRing(_ x: UInt32, _ y: UInt32, _ ring: EdgeSums, from start: GridPoint, times: Int32) {
    update(x, y) { sum in
      sum.note(start)
      let times = Int128(times)
      sum.area &+= (ring.area &* times) &<< Int128(CrossingPoint.fractionBits)
      sum.momentX &+= ring.momentX &* times
      sum.momentY &+= ring.momentY &* times
      sum.length &+= ring.length &* times
    }
  }

  /// Adds the sums of another table.
  mutating func add(_ other: PairSums) {
    for addition in other.sums {
      update(addition.x, addition.y) { sum in
        sum.area &+= addition.area
        sum.momentX &+= addition.momentX
        sum.momentY &+= addition.momentY
        sum.length &+= addition.length
        sum.balance &+= addition.balance
        sum.note(addition.vertex)
      }
    }
  }
}
