/// What one worker found to count towards the sums of pairs, in chains by area: of the layer that has more of
/// them, so that chains are short.
///
/// It is added up afterwards (`PairSummation`), area by area. A table of all pairs would be simpler; but with
/// millions of them every crossing goes to another place in it, and waiting for memory was nine tenths of the time.
struct Findings: Sendable {
  /// A ring inside an area of the other layer, `times` over.
  struct Ring: BitwiseCopyable {
    let ring: UInt32
    let area: UInt32
    let times: Int32
  }

  /// Whether chains are by X area, not by Y area.
  private let isByX: Bool
  private let xCount: Int
  private let yCount: Int
  /// When there are so many parts of sums, those of each pair are put together.
  private var mostSums = Findings.leastPutTogether
  private static let leastPutTogether = 1 << 18
  /// What crossings and strips owe to pairs, a part of each pair at a time.
  private(set) var sums: Chains<PairSum>
  /// X rings in Y areas.
  private(set) var xRings: Chains<Ring>
  /// Y rings in X areas.
  private(set) var yRings: Chains<Ring>

  /// Nothing found so far about two layers of so many areas.
  init(xCount: Int, yCount: Int) {
    isByX = Self.isByX(xCount: xCount, yCount: yCount)
    self.xCount = xCount
    self.yCount = yCount
    let count = max(xCount, yCount)
    sums = Chains(areaCount: count)
    xRings = Chains(areaCount: count)
    yRings = Chains(areaCount: count)
  }

  /// Whether chains are by X area with so many areas.
  static func isByX(xCount: Int, yCount: Int) -> Bool { xCount >= yCount }

  /// Notes a part of a pair's sums.
  mutating func add(_ sum: PairSum) {
    sums.append(sum, to: isByX ? sum.x : sum.y)
    if sums.count >= mostSums { putTogether() }
  }

  /// Adds up the parts of each pair. Mostly pairs meet in few blocks of cells and there is no need; but the
  /// boundaries of areas that lie on top of each other meet in all blocks that they run through, each with each.
  private mutating func putTogether() {
    var adder = PairAdder(isByX: isByX, otherCount: isByX ? yCount : xCount)
    var whole = Chains<PairSum>(areaCount: max(xCount, yCount))
    for area in 0..<max(xCount, yCount) {
      sums.forEach(of: area) { sum in adder.add(sum) }
      adder.removeAll { whole.append($0, to: UInt32(area)) }
    }
    // Where it was of little use, wait longer: memory stays in proportion to the pairs all the same.
    let factor = 2 * whole.count <= sums.count ? 2 : 8
    mostSums = max(Self.leastPutTogether, factor * whole.count)
    sums = whole
  }

  /// Notes an X ring in a Y area.
  mutating func addXRing(_ ring: UInt32, of xArea: UInt32, in yArea: UInt32, times: Int32) {
    xRings.append(Ring(ring: ring, area: yArea, times: times), to: isByX ? xArea : yArea)
  }

  /// Notes a Y ring in an X area.
  mutating func addYRing(_ ring: UInt32, of yArea: UInt32, in xArea: UInt32, times: Int32) {
    yRings.append(Ring(ring: ring, area: xArea, times: times), to: isByX ? xArea : yArea)
  }
}
