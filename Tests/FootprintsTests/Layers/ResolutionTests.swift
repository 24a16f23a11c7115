import Testing

@testable import Footprints

@Suite struct ResolutionTests {
  @Test(
    arguments: [
      ("BUC", 500, "BUC (500 m)"), ("buc", 500, "BUC (500 m)"), ("BGC", 20, "BGC (20 m)"),
      ("BFE", 0, "BFE (0.0 m)"), ("BSC", 200, "BSC (200 m)"), ("100", 100, "100 m"), ("500 m", 500, "500 m"),
      ("2.5", 2.5, "2.5 m"),
    ])
  func stated(_ text: String, _ tolerance: Double, _ description: String) throws {
    let resolution = try #require(Resolution(stated: text))
    #expect(resolution.tolerance == tolerance)
    #expect(resolution.origin == .stated)
    #expect(resolution.description == description)
  }

  /// As the Office for National Statistics names its files.
  @Test(
    arguments: [
      ("Clinical_Commissioning_Groups_(April_2021)_EN_BUC_V2", "BUC", 500, .coast),
      ("ccg-bgc", "BGC", 20, .coast),
      ("LAD_DEC_2021_UK_BFE", "BFE", 0, .realm), ("stp.bsc.2021", "BSC", 200, .coast),
    ] as [(String, String, Double, Resolution.Clip)])
  func productsAreKnownByTheNameOfAFile(
    name: String, product: String, tolerance: Double, clip: Resolution.Clip
  ) {
    let found = Resolution(inName: name)
    #expect(found?.name == product && found?.tolerance == tolerance && found?.origin == .named)
    #expect(found?.clip == clip)
    #expect(found?.description.hasSuffix(", by the file’s name") == true)
  }

  @Test(arguments: ["buckinghamshire", "BUCC", "abuc", "buc1", "ccg", "", "BUC_and_BGC", "BF"])
  func otherNamesSayNothing(name: String) {
    #expect(Resolution(inName: name) == nil)
  }

  @Test func clipsThatDifferAreWarnedOf() throws {
    let square = try MultiPolygonArray(polygons: [[[(0, 0), (1000, 0), (1000, 1000), (0, 1000)]]])
    func layer(_ name: String, _ product: String) throws -> PreparedLayer {
      try PreparedLayer(name, resolution: Resolution(named: product), codes: ["A"], areas: square)
    }
    let (coast, realm) = (try layer("a", "BFC"), try layer("b", "BFE"))
    let notices = LayerComparison.resolutionNotices(realm, coast)
    #expect(notices.map(\.code) == ["mixed-resolution"])
    #expect(
      notices.first?.message.hasPrefix(
        "a ends at the coast (BFC) and b reaches to the extent of the realm (BFE)") == true)
    #expect(LayerComparison.resolutionNotices(coast, coast).isEmpty)
  }

  @Test(arguments: ["", "fine", "BU", "BUCC", "-5", "nan", "inf", "1e9", "m"])
  func unknown(_ text: String) { #expect(Resolution(stated: text) == nil) }

  /// A ring of segments of the given lengths, out along x and back.
  static func ring(_ lengths: [Double]) -> MultiPolygonArray {
    var array = MultiPolygonArray()
    var x = 0.0
    array.append(Coordinate(0, 0))
    for length in lengths + lengths.reversed().map({ -$0 }) {
      x += length
      array.append(Coordinate(x, 0))
    }
    array.endRing()
    array.endPolygon()
    array.endArea()
    return array
  }

  @Test func halfOfTheLengthLiesInLongerSegments() {
    #expect(Resolution(measuring: Self.ring(Array(repeating: 100, count: 10))).tolerance == 20)
    // 1000 m in short segments, 2000 m in long ones.
    #expect(
      Resolution(measuring: Self.ring(Array(repeating: 10, count: 100) + [1000, 1000])).tolerance == 200)
    #expect(Resolution(measuring: Self.ring(Array(repeating: 10, count: 300) + [1000, 1000])).tolerance == 2)
    #expect(Resolution(measuring: Self.ring([0, 0])).tolerance == 0)
    #expect(Resolution(measuring: MultiPolygonArray()).tolerance == 0)
  }

  @Test(arguments: UInt64(1)...10)
  func sameAsSortingAllSegments(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    // Whole quarters of metres, so that positions and sums are exact.
    let lengths = (0..<500).map { _ in
      Double(Int.random(in: 1...(1 << Int.random(in: 1...14, using: &random)), using: &random)) / 4
    }
    let sorted = (lengths + lengths).sorted()
    var sum = 0.0
    let median = sorted.first {
      sum += $0
      return sum >= sorted.reduce(0, +) / 2
    }
    #expect(Resolution(measuring: Self.ring(lengths)).tolerance == (median ?? 0) / 5, "seed \(seed)")
    #expect(
      Resolution(measuring: Self.ring(lengths.shuffled(using: &random))).tolerance == (median ?? 0) / 5,
      "seed \(seed)")
  }

  @Test func hugeCoordinatesAreNotAProblem() {
    let resolution = Resolution(measuring: Self.ring([1e300, 1e-300, 1, 1e12]))
    #expect(resolution.tolerance.isFinite)
  }
}
