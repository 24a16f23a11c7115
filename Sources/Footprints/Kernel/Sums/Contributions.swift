/// What one worker found to contribute to the integrals of pairs, in chains by area: of the layer that has more
/// areas, so that chains are short.
///
/// It is put together afterwards (`PairAssembly`), area by area. A table of all pairs would be simpler; but with
/// millions of them every crossing goes to another place in it, and waiting for memory was nine tenths of the time.
struct Contributions: RingStartSink {
  /// A ring inside an area of the other layer, `times` over.
  struct Ring: BitwiseCopyable {
    let ring: UInt32
    let area: UInt32
    let times: Int32
  }

  /// Whether chains are by A area, not by B area.
  private let isByA: Bool
  private let aCount: Int
  private let bCount: Int
  /// When there are this many parts of pairs, those of each pair are put together.
  private var mostParts = Contributions.leastPutTogether
  private static let leastPutTogether = 1 << 18
  /// What crossings and strips contribute to pairs, a part of each pair at a time.
  private(set) var parts: Chains<PairIntegrals>
  /// Rings of A in areas of B.
  private(set) var aRings: Chains<Ring>
  /// Rings of B in areas of A.
  private(set) var bRings: Chains<Ring>

  /// Nothing found so far about two layers with these numbers of areas.
  init(aCount: Int, bCount: Int) {
    isByA = Self.isByA(aCount: aCount, bCount: bCount)
    self.aCount = aCount
    self.bCount = bCount
    let count = max(aCount, bCount)
    parts = Chains(areaCount: count)
    aRings = Chains(areaCount: count)
    bRings = Chains(areaCount: count)
  }

  /// Whether chains are by A area with these numbers of areas.
  static func isByA(aCount: Int, bCount: Int) -> Bool { aCount >= bCount }

  /// Notes a part of a pair's integrals.
  mutating func add(_ part: PairIntegrals) {
    parts.append(part, to: isByA ? part.a : part.b)
    if parts.count >= mostParts { putTogether() }
  }

  /// Adds up the parts of each pair. Mostly pairs meet in few blocks of cells and there is no need; but the
  /// boundaries of areas that lie on top of each other meet in all blocks that they run through, each with every other.
  private mutating func putTogether() {
    var pairs = AreaPairs(isByA: isByA, otherCount: isByA ? bCount : aCount)
    var whole = Chains<PairIntegrals>(areaCount: max(aCount, bCount))
    for area in 0..<max(aCount, bCount) {
      parts.forEach(of: area) { part in pairs.add(part) }
      pairs.removeAll { whole.append($0, to: UInt32(area)) }
    }
    // Where it was of little use, wait longer: memory stays in proportion to the pairs all the same.
    let factor = 2 * whole.count <= parts.count ? 2 : 8
    mostParts = max(Self.leastPutTogether, factor * whole.count)
    parts = whole
  }

  /// Notes an A ring in a B area.
  mutating func addARing(_ ring: UInt32, of aArea: UInt32, in bArea: UInt32, times: Int32) {
    aRings.append(Ring(ring: ring, area: bArea, times: times), to: isByA ? aArea : bArea)
  }

  /// Notes a B ring in an A area.
  mutating func addBRing(_ ring: UInt32, of bArea: UInt32, in aArea: UInt32, times: Int32) {
    bRings.append(Ring(ring: ring, area: aArea, times: times), to: isByA ? aArea : bArea)
  }

  /// Calls `body` with each ring of a pair's areas that starts inside the other area, and whether it is one of A.
  func forEachRing(
    of pair: (a: UInt32, b: UInt32), _ a: GridLayer, _ b: GridLayer, _ body: (UInt32, Bool) -> Void
  ) {
    let area = Int(isByA ? pair.a : pair.b)
    aRings.forEach(of: area) { ring in
      if isByA ? ring.area == pair.b : a.areaOfRing[Int(ring.ring)] == pair.a { body(ring.ring, true) }
    }
    bRings.forEach(of: area) { ring in
      if isByA ? b.areaOfRing[Int(ring.ring)] == pair.b : ring.area == pair.a { body(ring.ring, false) }
    }
  }
}
