import Footprints
import Testing

@Suite struct PolygonRepairTests {
  /// Checks a repair against GEOS's structure method by the ground that only one of them has.
  static func check(
    _ area: MultiPolygonArray, _ name: String, location: SourceLocation = #_sourceLocation
  ) throws {
    let units = 1_048_576.0
    let repaired = try PolygonRepair.repaired(area, unitsPerOne: units, jobs: 1)
    let context = GEOSContext()
    let ours = try GEOSGeometry(area: 0, of: repaired, in: context)
    #expect(try ours.validityFault() == nil, "\(name)", sourceLocation: location)
    var expected = MultiPolygonArray()
    try GEOSGeometry(area: 0, of: area, in: context).madeValid().appendArea(to: &expected)
    let theirs = try GEOSGeometry(area: 0, of: expected, in: context)
    let common = try ours.intersection(theirs).area()
    let allowed = (area.perimeter(of: 0) + 1) * 4 / units
    #expect(
      try abs(ours.area() + theirs.area() - 2 * common) < allowed, "\(name)", sourceLocation: location)
    #expect(
      try PolygonRepair.repaired(repaired, unitsPerOne: units, jobs: 2) == repaired, "\(name)",
      sourceLocation: location)
  }

  /// Polygons of random corners: exteriors and holes that cross themselves and each other, lie outside and inside.
  @Test(arguments: 0..<150) func randomPolygons(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    func ring(_ x: Double, _ y: Double, _ size: Double, _ corners: Int) -> [(Double, Double)] {
      (0..<corners).map { _ in
        (
          x + Double.random(in: -size...size, using: &random),
          y + Double.random(in: -size...size, using: &random)
        )
      }
    }
    let polygons = (0..<Int.random(in: 1...3, using: &random)).map { _ in
      let (x, y) = (Double.random(in: 0...20, using: &random), Double.random(in: 0...20, using: &random))
      var rings = [ring(x, y, 10, Int.random(in: 3...12, using: &random))]
      for _ in 0..<Int.random(in: 0...3, using: &random) {
        let far = Double.random(in: 0...1, using: &random) < 0.2 ? 24.0 : 8
        rings.append(
          ring(
            x + Double.random(in: -far...far, using: &random),
            y + Double.random(in: -far...far, using: &random),
            Double.random(in: 1...6, using: &random), Int.random(in: 3...7, using: &random)))
      }
      return rings
    }
    try Self.check(MultiPolygonArray(multiPolygons: [polygons]), "seed \(seed)")
  }

  typealias Ring = [(Double, Double)]
  private static func square(_ x: Double, _ y: Double, _ side: Double) -> Ring {
    [(x, y), (x + side, y), (x + side, y + side), (x, y + side)]
  }

  static let examples: [[[Ring]]] = [
    // Bow ties of which one half is larger, and of which none is.
    [[[(0, 0), (4, 4), (4, 0), (0, 5)]]],
    [[[(0, 0), (2, 2), (2, 0), (0, 2)]]],
    // A ring that runs twice, a spike outwards and one inwards.
    [[square(0, 0, 4) + square(0, 0, 4)]],
    [[[(0, 0), (4, 0), (8, 0), (4, 0), (4, 4), (0, 4)]]],
    [[[(0, 0), (4, 0), (4, 4), (2, 4), (2, 1), (2, 4), (0, 4)]]],
    // Holes that cross the exterior, each other, and lie in each other.
    [[square(0, 0, 8), square(6, 6, 4)]],
    [[square(0, 0, 8), square(1, 1, 3), square(2, 2, 3)]],
    [[square(0, 0, 8), square(1, 1, 6), square(2, 2, 2)]],
    // A hole outside, one that only touches, the exterior as its own hole.
    [[square(0, 0, 4), square(6, 6, 2)]],
    [[square(0, 0, 4), square(4, 0, 2)]],
    [[square(0, 0, 4), square(0, 0, 4)]],
    // Parts that overlap, lie in each other, adjoin, and one that fills the hole of another.
    [[square(0, 0, 4)], [square(2, 2, 4)]],
    [[square(0, 0, 8)], [square(2, 2, 2)]],
    [[square(0, 0, 4)], [square(4, 0, 4)]],
    [[square(0, 0, 8), square(2, 2, 4)], [square(2, 2, 4)]],
    // Nothing at all.
    [[[(0, 0), (4, 0), (8, 0), (2, 0)]]],
  ]

  @Test(arguments: examples.indices) func example(_ index: Int) throws {
    try Self.check(MultiPolygonArray(multiPolygons: [Self.examples[index]]), "\(index)")
  }

  /// A comb whose teeth point upwards, as a ring or part of one.
  private static func comb(_ teeth: Int) -> Ring {
    let width = 1000 / Double(teeth)
    var ring: Ring = [(1000, -10)]
    for tooth in (0..<teeth).reversed() {
      let x = Double(tooth) * width
      ring += [(x + 0.9 * width, 1000), (x + 0.5 * width, 1000), (x + 0.4 * width, 0), (x + 0.05 * width, 0)]
    }
    return ring + [(0, -10)]
  }

  /// Rings that GEOS has no time or memory for when they are large. Jumps enclose what their signed area says; the others
  /// are small enough to ask GEOS.
  static let hostile: [(name: String, ring: Ring)] = [
    ("a comb across a comb", comb(25) + comb(25).map { (900 - $0.1, $0.0) }),
    ("a ring that jumps along a line", jumps(4000, slope: 0)),
    ("a ring that jumps along a slanted line", jumps(4000, slope: 0.37)),
    (
      "needles from one point",
      (0..<200).flatMap { needle -> Ring in
        let angle = Double(needle) * 0.0307
        // Rotations by rational points of the circle, so that no function is needed.
        let (t, u) = (angle - 3, angle - 2.998)
        func point(_ t: Double) -> (Double, Double) {
          (1000 * (1 - t * t) / (1 + t * t), 2000 * t / (1 + t * t))
        }
        return [(0, 0), point(t), point(u)]
      }
    ),
  ]

  private static func jumps(_ count: Int, slope: Double) -> Ring {
    var random = SeededGenerator(seed: 1)
    let places = (0..<count).map { _ in Double.random(in: 0...1000, using: &random) }
    return places.map { ($0, $0 * slope) } + [(500, 1000)]
  }

  @Test(arguments: hostile.indices) func hostileRings(_ index: Int) throws {
    let (name, ring) = Self.hostile[index]
    let area = try MultiPolygonArray(multiPolygons: [[[ring]]])
    let repaired = try PolygonRepair.repaired(area, unitsPerOne: 1_048_576, jobs: 1)
    let context = GEOSContext()
    let ours = try GEOSGeometry(area: 0, of: repaired, in: context)
    #expect(try ours.validityFault() == nil, "\(name)")
    let expected =
      ring.count > 3000
      ? abs(area.signedArea(ofRing: 0)) : try GEOSGeometry(area: 0, of: area, in: context).madeValid().area()
    #expect(try abs(ours.area() - expected) < 0.01 * max(1, expected), "\(name)")
    let grid = IntegerGrid(covering: area, jobs: 1)
    let found = try OverlapKernel.invalidAreas(of: GridLayer(area, grid: grid, jobs: 1), jobs: 1)
    #expect(found.count == 1, "\(name)")
  }

  /// Thousands of edges between two lines cross a hundred million times: that is known from a sample, and said with the
  /// area's code, before anything is listed.
  @Test func tooManyCrossingsAreRefusedAtOnce() throws {
    var random = SeededGenerator(seed: 7)
    let ring: Ring = (0..<40_000).map { _ in
      (Double.random(in: 0...100_000, using: &random), Double(Int.random(in: 0...1, using: &random)))
    }
    let area = try MultiPolygonArray(multiPolygons: [[[ring]]])
    #expect(
      performing: {
        _ = try PolygonRepair.repaired(area, unitsPerOne: 1_048_576, jobs: 1)
      }, throws: { ($0 as? FootprintsError)?.kind == .badData })
    #expect(
      performing: { _ = try PreparedLayer("jumps", codes: ["J1"], areas: area) },
      throws: {
        guard let error = $0 as? FootprintsError else { return false }
        return error.kind == .badData && error.message.hasPrefix("J1 is invalid: its edges cross each other")
      })
  }
}
