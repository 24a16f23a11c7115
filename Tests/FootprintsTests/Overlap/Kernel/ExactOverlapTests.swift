import Footprints
import Testing

/// The kernel against exact arithmetic, which needs no tolerance for its own rounding.
@Suite struct ExactOverlapTests {
  /// The kernel rounds each crossing by less than 1e-16 m2 and the sum to a double.
  static func tolerance(_ area: Double) -> Double { 1e-15 + area.ulp }

  private static func check(_ kernel: Double, _ exact: Double, _ label: String) {
    #expect(abs(kernel - exact) <= tolerance(exact), "\(label): kernel \(kernel), exactly \(exact)")
    // What is smaller than the unit of the kernel's sums may be missing; what is listed has an area.
    #expect(kernel == 0 || exact > 0, "\(label): only touches, kernel \(kernel)")
  }

  /// Checks pairs on which GEOS and the kernel differ.
  static func judge(_ doubts: [KernelOracle.Doubt]) throws {
    if doubts.isEmpty { return }
    let exact = try OverlapOracle.exactAreas(doubts.map { ($0.x, $0.y) })
    for (doubt, areas) in zip(doubts, exact) { check(doubt.kernel, areas[[0, 0]] ?? 0, doubt.label) }
  }

  @Test(
    .enabled(if: OverlapOracle.python != nil, "no Python: set FOOTPRINT_ORACLE_PYTHON"),
    arguments: LayerKind.allCases)
  func everyPairIsExact(kind: LayerKind) throws {
    let overlays = try (0..<4 as Range<UInt64>).map { seed in
      try KernelOracle.overlay(try kind.layers(seed: seed))
    }
    let exact = try OverlapOracle.exactAreas(overlays.map { ($0.x, $0.y) })
    for seed in overlays.indices {
      var kernel: [[Int]: Double] = [:]
      for mass in overlays[seed].result.pairs { kernel[[mass.x, mass.y]] = mass.area }
      for pair in Set(kernel.keys).union(exact[seed].keys) {
        Self.check(kernel[pair] ?? 0, exact[seed][pair] ?? 0, "\(kind), seed \(seed), pair \(pair)")
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
    let x = triangle((left + length, base + 3 * unit))
    let y = triangle((left, base + 4 * unit))
    let result = try KernelOracle.kernel(x, y)
    Self.check(result.pairs.first?.area ?? 0, length * unit * 6 / 7, "triangles")
    let agreement = try KernelOracle.check(x, y, "triangles")
    if OverlapOracle.python != nil { try Self.judge(agreement.doubts) }
  }
}
