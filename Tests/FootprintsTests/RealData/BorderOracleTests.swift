import Foundation
import Footprints
import Testing

/// The agreement of borders against Shapely.
@Suite(.enabled(if: OverlapOracle.python != nil, "no Python with Shapely: set FOOTPRINT_ORACLE_PYTHON"))
struct BorderOracleTests {
  private func check(_ layers: [(x: MultiPolygonArray, y: MultiPolygonArray)], within: Double, step: Double)
    throws
  {
    let rows = try OverlapOracle.output(
      of: "border_oracle.py", ["\(within)", "\(step)"], on: layers)
    #expect(rows.count == layers.count)
    for (number, pair) in layers.enumerated() {
      let found = try BorderShapes.agreement(pair.x, pair.y, within: within)
      for (side, row) in zip([found.x, found.y], rows[number]) {
        let values = row.split(separator: ",").compactMap { Double($0) }
        try #require(values.count == 4)
        #expect(abs(side.all.length - values[0]) <= 1e-6 * values[0], "pair \(number)")
        // The sides of a circle of 128 corners lie up to 0.0003 of its radius inside; lines run out of it at all angles.
        #expect(abs(side.all.withinLength - values[1]) <= 1e-3 * values[0], "pair \(number)")
        let mean = try #require(side.all.meanDisplacement)
        // A distance changes by no more than the way: by a quarter of a step on average at most.
        #expect(abs(mean - values[2]) <= step / 4, "pair \(number)")
        // Errors of the steps have both signs, so that in truth they are far smaller.
        #expect(abs(mean - values[2]) <= 0.05 + 1e-3 * mean, "pair \(number): \(mean), \(values[2])")
        let largest = try #require(side.all.furthest?.distance)
        #expect(largest >= values[3] - 1e-3 && largest <= values[3] + step / 2 + 1e-3, "pair \(number)")
      }
    }
  }

  @Test func randomLayersAgree() throws {
    let layers = try (1...6).map { seed in
      let (one, other) = (
        try RandomLayer.make(seed: UInt64(seed), side: 6),
        try RandomLayer.make(
          seed: UInt64(seed + 50), side: 5, size: 9_500, origin: Coordinate(430_400, 180_100))
      )
      return (
        x: seed.isMultiple(of: 2) ? one.units : one.cells, y: seed.isMultiple(of: 3) ? one.units : other.units
      )
    }
    for within in [10, 300.0] { try check(layers, within: within, step: 20) }
  }

  @Test(.enabled(if: RealTables.isPresent)) func realLayersAgree() throws {
    let (ccg, stp) = (try RealLayers.ccg.get().geometry, try RealLayers.stp.get().geometry)
    try check([(stp.selecting(0..<5), ccg.selecting(0..<12))], within: 500, step: 100)
  }
}
