import Footprints
import Testing

/// The authorities of April 2021 with their borders displaced by kilometres, against groups and partnerships: the tests print what is
/// wrong by width alone and by the rule, for `docs/methods/slivers.md`.
@Suite(.enabled(if: RealTables.isPresent)) struct RealCrudeLayerTests {
  struct Case: CustomTestStringConvertible, Sendable {
    var x: String
    var y: String
    var distance: Double
    var testDescription: String { "\(x), \(y) displaced by \(Int(distance)) m" }
  }

  static let cases = [1000.0, 2000, 4000].flatMap { distance in
    [("ccg", "utla"), ("ccg", "ltla"), ("stp", "utla")].map { Case(x: $0, y: $1, distance: distance) }
  }

  /// Each is named, and at least three quarters of what was wrong is right, half where borders are displaced by half of an area.
  @Test(arguments: cases) func displacedBordersAreRecognised(_ one: Case) throws {
    let study = try RealLayers.study()
    let (x, whole) = (try study.layer(one.x), try study.layer(one.y))
    let moved = whole.geometry.divided(atLeastEvery: one.distance)
      .displaced(by: one.distance, seed: 7)
    let y = try TestLayer.make("displaced", moved, codes: whole.codes, resolution: nil)
    let counts = try SliverCounts(x, y, real: OfficialPairs.common(one.x, one.y)) { $0[1].hasPrefix("E") }
    print("\(one.testDescription): \(counts); \(counts.comparison.sliverRule.width) m")
    let doubts = counts.comparison.notices.filter { $0.code == "crude-borders" }
    #expect(doubts.count == 1 && doubts.first?.severity == .warning)
    #expect((one.distance > 2000 ? 2 : 4) * counts.byRule.total <= counts.byWidth.total)
  }

  /// Layers that have nothing to do with each other are no such layers: what is narrow there is short.
  @Test(arguments: [(25_000.0, 17_000.0), (60_000, -40_000)]) func unrelatedBordersAreNotTakenForCrudeOnes(
    east: Double, north: Double
  ) throws {
    for (x, y) in [("ccg", "utla"), ("utla", "ltla"), ("stp", "ccg"), ("trust", "utla")] {
      let study = try RealLayers.study()
      let (one, other) = (try study.layer(x), try study.layer(y))
      let moved = try TestLayer.make(
        "moved", other.geometry.mapped { Coordinate($0.x + east, $0.y + north) }, codes: other.codes,
        resolution: "BUC")
      for pair in [(one, other), (one, moved)] {
        let table = try OverlapEngine.table(pair.0.geometry, pair.1.geometry)
        let comparison = try LayerComparison(x: pair.0, y: pair.1, table: table)
        #expect(comparison.sliverRule.stripWidth == nil, "\(x) \(pair.1.name)")
        #expect(comparison.notices.allSatisfy { $0.code != "crude-borders" }, "\(x) \(pair.1.name)")
      }
    }
  }
}

extension MultiPolygonArray {
  /// The same areas with more vertices along their edges.
  fileprivate func divided(atLeastEvery distance: Double) -> MultiPolygonArray {
    var out = MultiPolygonArray()
    for area in 0..<count {
      for polygon in polygons(of: area) {
        for ring in rings(of: polygon) {
          let points = vertices(of: ring).map { coordinates[$0] }
          for (a, b) in zip(points, points.dropFirst()) {
            let (dx, dy) = (b.x - a.x, b.y - a.y)
            let parts = max(1, ((dx * dx + dy * dy).squareRoot() / distance).rounded(.up))
            for part in stride(from: 0, to: parts, by: 1) {
              // From the same end on both sides of a border, so that neighbours stay neighbours.
              let isForward = (a.x, a.y) < (b.x, b.y)
              let t = isForward ? part / parts : 1 - part / parts
              let (from, to) = isForward ? (a, b) : (b, a)
              out.append(
                part == 0 ? a : Coordinate(from.x + t * (to.x - from.x), from.y + t * (to.y - from.y)))
            }
          }
          if let last = points.last { out.append(last) }
          out.endRing()
        }
        out.endPolygon()
      }
      out.endArea()
    }
    return out
  }
}
