import Footprints
import Testing

/// The kernel against exact arithmetic, which needs no tolerance for its own rounding.
@Suite struct ExactOverlapTests {
  typealias Mass = (area: Double, perimeter: Double)

  /// The kernel rounds what a crossing adds to an area by less than 1e-16 m2, what it adds to a perimeter by
  /// 3e-8 m, and the sums to doubles.
  private static func check(_ kernel: Mass, _ exact: Mass, _ label: String) {
    #expect(
      abs(kernel.area - exact.area) <= 1e-15 + exact.area.ulp,
      "\(label): kernel \(kernel.area) m2, exactly \(exact.area) m2")
    // What is smaller than the unit of the kernel's sums may be missing; what is listed has an area.
    #expect(kernel.area == 0 || exact.area > 0, "\(label): only touches, kernel \(kernel.area) m2")
    #expect(
      kernel.area == 0 || abs(kernel.perimeter - exact.perimeter) <= 1e-6 + 1e-12 * exact.perimeter,
      "\(label): kernel \(kernel.perimeter) m, exactly \(exact.perimeter) m")
  }

  /// Checks pairs on which GEOS and the kernel differ. Without Python nothing can; then it is enough that their areas are
  /// within what GEOS rounds.
  static func judge(_ doubts: [KernelOracle.Doubt]) throws {
    if doubts.isEmpty || OverlapOracle.python == nil { return }
    let exact = try OverlapOracle.exactPairs(doubts.map { ($0.a, $0.b) })
    for (doubt, pairs) in zip(doubts, exact) {
      let pair = pairs.first
      check(doubt.kernel, (pair?.area ?? 0, pair?.perimeter ?? 0), doubt.label)
    }
  }

  @Test(
    .enabled(if: OverlapOracle.python != nil, "no Python: set FOOTPRINT_ORACLE_PYTHON"),
    arguments: LayerKind.allCases)
  func everyPairIsExact(kind: LayerKind) throws {
    let overlays = try (0..<4 as Range<UInt64>).map { seed in
      try KernelOracle.overlay(try kind.layers(seed: seed))
    }
    let exact = try OverlapOracle.exactPairs(overlays.map { ($0.a, $0.b) })
    for seed in overlays.indices {
      var masses: [[Int]: (kernel: Mass, exact: Mass)] = [:]
      for mass in overlays[seed].result.pairs {
        masses[[mass.a, mass.b], default: ((0, 0), (0, 0))].kernel = (mass.area, mass.perimeter)
      }
      for pair in exact[seed] {
        masses[[pair.x, pair.y], default: ((0, 0), (0, 0))].exact = (pair.area, pair.perimeter)
      }
      for (pair, mass) in masses {
        Self.check(mass.kernel, mass.exact, "\(kind), seed \(seed), pair \(pair)")
      }
    }
  }

  /// Two triangles over the same base of 600 km, 3 and 4 grid units high at opposite ends: their sides cross
  /// at 4/7 of the base, 12/7 units above it. GEOS rounds that height to a multiple of 5.8e-11 m and finds
  /// 2.5e-6 m2 too much; by hand nothing is rounded.
  @Test func aSliverThatGEOSRounds() throws {
    let (left, base, length, unit) = (400_000.0, 300_000.0, 600_000.0, RandomLayers.gridUnit)
    func triangle(_ top: (Double, Double)) -> MultiPolygonArray {
      MultiPolygonArray(areas: [[[[(left, base), (left + length, base), top]]]])
    }
    let a = triangle((left + length, base + 3 * unit))
    let b = triangle((left, base + 4 * unit))
    let result = try KernelOracle.kernel(a, b)
    let sides = [9, 16].map { (length / 7 * length / 7 * $0 + unit * unit * 144 / 49).squareRoot() }
    Self.check(
      (result.pairs.first?.area ?? 0, result.pairs.first?.perimeter ?? 0),
      (length * unit * 6 / 7, length + sides[0] + sides[1]), "triangles")
    try KernelOracle.check(a, b, "triangles")
  }
}
