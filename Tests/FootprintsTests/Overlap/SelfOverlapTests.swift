import Footprints
import Testing

@Suite struct SelfOverlapTests {
  /// Random partitions, shifted against each other, with an area over some of them: found wherever it is, and what is
  /// left over is what an overlay with the union of the areas leaves.
  @Test(arguments: 0..<20 as Range<UInt64>) func overlapsAreFoundWhereverTheyAre(seed: UInt64) throws {
    let shift = seed % 2 == 0 ? 0.0 : 2500
    let x = try TestLayer.make("x", RandomLayer.make(seed: seed).units)
    let units = try RandomLayer.make(
      seed: seed + 500, side: 5, origin: Coordinate(430_000 + shift, 180_000)
    ).units
    var doubled = units
    // An area that lies wholly over another.
    doubled.append(contentsOf: units.selecting([Int(seed) % units.count]))
    let plain = try comparison(x, TestLayer.make("y", units))
    let twice = try comparison(x, TestLayer.make("y", doubled))
    #expect(!plain.hasOverlappingUnits && twice.hasOverlappingUnits, "seed \(seed)")
    #expect(twice.notices.map(\.code) == ["areas-overlap"], "seed \(seed)")
    for area in 0..<x.count {
      let (left, same) = (leftover(plain, area), leftover(twice, area))
      // The union is built with rounded positions.
      #expect(abs(left - same) <= 1e-6 * plain.table.xAreas[area] + 1, "seed \(seed), area \(area)")
    }
  }

  private func comparison(_ x: PreparedLayer, _ y: PreparedLayer) throws -> LayerComparison {
    try LayerComparison(x: x, y: y, table: OverlapEngine.table(x, y, jobs: 2), jobs: 2)
  }

  private func leftover(_ comparison: LayerComparison, _ area: Int) -> Double {
    comparison.leftovers.first { $0.x == area }?.area ?? 0
  }
}
