/// An estimate of the number of pixels in which edges cross, from pairs drawn without system but always the same.
///
/// Of m crossings drawn from N pixels about m^2 / 2 N fall together with others, as birthdays do; so the number that do
/// says how many pixels there are, without a look at most of them.
struct CrossingEstimate {
  private static let pairs = 1 << 18
  /// The crossings drawn.
  private var drawn = 0
  /// Those in a pixel that had come before.
  private var repeated = 0

  init(_ rings: FixedRings) {
    var edges: [Int] = []
    edges.reserveCapacity(rings.vertices.count)
    for ring in 0..<rings.ringCount { edges += rings.edges(of: ring) }
    if edges.isEmpty { return }
    var pixels: [GridPoint] = []
    rings.vertices.withUnsafeBufferPointer { vertices in
      for pair in 0..<UInt64(Self.pairs) {
        let (i, j) = (edges[Self.place(2 * pair, edges.count)], edges[Self.place(2 * pair + 1, edges.count)])
        let (p, q, r, s) = (vertices[i], vertices[i &+ 1], vertices[j], vertices[j &+ 1])
        if p == r || p == s || q == r || q == s || !boxesMeet(p, q, r, s) { continue }
        if let pixel = rings.grid.crossing(p, q, r, s) { pixels.append(pixel) }
      }
    }
    drawn = pixels.count
    pixels.sort(by: AreaArrangement.isBelow)
    repeated = zip(pixels, pixels.dropFirst()).count { $0 == $1 }
  }

  /// Whether there are more pixels than a number beyond reasonable doubt: twice as many by the estimate.
  func isCertainlyAbove(_ number: Int) -> Bool {
    drawn >= 1000 && drawn * drawn / (2 * (repeated + 1)) > 2 * number
  }

  /// A place in a list of some length (the finalizer of SplitMix64, Steele et al. 2014).
  private static func place(_ number: UInt64, _ count: Int) -> Int {
    var hash = number &* 0x9E37_79B9_7F4A_7C15
    hash = (hash ^ (hash &>> 30)) &* 0xBF58_476D_1CE4_E5B9
    hash = (hash ^ (hash &>> 27)) &* 0x94D0_49BB_1331_11EB
    hash ^= hash &>> 31
    return Int(hash.multipliedFullWidth(by: UInt64(count)).high)
  }
}
