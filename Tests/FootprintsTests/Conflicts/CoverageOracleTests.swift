import Footprints
import Testing

/// Random coverages with random damage, against Shapely's `coverage_invalid_edges` (JTS's CoverageValidator) and the holes of
/// its union.
@Suite(.enabled(if: OverlapOracle.python != nil, "there is no Python with Shapely"))
struct CoverageOracleTests {
  /// Narrower gaps than this are faults, in metres; damage moves vertices by less.
  private static let gapWidth = 60.0

  /// Cells whose neighbours share all vertices, some of which are moved in one cell, dropped from it, or added to it on an
  /// edge. Vertices on the outside stay: a wedge that is open to the outside is no gap.
  private func damaged(seed: UInt64) throws -> MultiPolygonArray {
    var generator = SeededGenerator(seed: seed)
    let cells = try RandomLayer.make(seed: seed, side: 5).cells
    let box = cells.box(jobs: 1)
    func isOutside(_ c: Coordinate) -> Bool {
      c.x == box.min.x || c.x == box.max.x || c.y == box.min.y || c.y == box.max.y
    }
    var rings = (0..<cells.count).map { cell in
      Array(cells.coordinates[cells.vertices(ofArea: cell)].dropLast())
    }
    for _ in 0..<Int.random(in: 0...4, using: &generator) {
      let cell = Int.random(in: 0..<rings.count, using: &generator)
      let inner = rings[cell].indices.filter { index in
        let next = rings[cell][(index + 1) % rings[cell].count]
        let last = rings[cell][(index + rings[cell].count - 1) % rings[cell].count]
        return ![last, rings[cell][index], next].contains(where: isOutside)
      }
      guard let vertex = inner.randomElement(using: &generator) else { continue }
      switch Int.random(in: 0..<3, using: &generator) {
      case 0:
        rings[cell][vertex].x += Double.random(in: -40...40, using: &generator)
        rings[cell][vertex].y += Double.random(in: -40...40, using: &generator)
      case 1:
        let (p, q) = (rings[cell][vertex], rings[cell][(vertex + 1) % rings[cell].count])
        let middle = Coordinate((p.x + q.x) / 2 + 5, (p.y + q.y) / 2)
        rings[cell].insert(middle, at: vertex + 1)
      default:
        rings[cell][vertex].x += Double.random(in: 0.02...1, using: &generator)
      }
    }
    return MultiPolygonArray(areas: rings.map { [[$0.map { ($0.x, $0.y) }]] })
  }

  @Test func damageIsFoundWhereShapelyFindsIt() throws {
    let seeds = 0..<150 as Range<UInt64>
    let layers = try seeds.map(damaged)
    let rows = try OverlapOracle.output(
      of: "coverage_oracle.py", ["\(Self.gapWidth)"], on: layers.map { (x: $0, y: MultiPolygonArray()) })
    var withFaults = 0
    for (seed, (areas, rows)) in zip(seeds, zip(layers, rows)) {
      let layer = try TestLayer.make("t", areas, codes: (0..<areas.count).map { String(100 + $0) })
      #expect(layer.repairs.isEmpty, "seed \(seed)")
      let found = try layer.gridded.coverage(jobs: 2)
      var own: Set<Int> = []
      for overlap in found.overlaps { own.formUnion([overlap.areas.0, overlap.areas.1]) }
      for mismatch in found.mismatches { own.formUnion([mismatch.areas.0, mismatch.areas.1]) }
      for around in found.neighbours { own.formUnion(around.map(\.area)) }
      let gaps = (0..<found.gaps.count).reduce(0.0) { $0 + found.gaps.area(of: $1) }
      var theirs: Set<Int> = []
      var overlapping: [[Int]: Double] = [:]
      var holes = 0.0
      for row in rows {
        let fields = row.split(separator: ",")
        guard fields.count == 3, let x = Int(fields[0]), let y = Int(fields[1]), let area = Double(fields[2])
        else { throw OverlapOracle.Failure(message: "not a row of the oracle: \(row)") }
        switch (x, y) {
        case (-1, _): holes = area
        case (y, _): theirs.insert(x)
        default: overlapping[[x, y]] = area
        }
      }
      // JTS blames the intruder alone where the edges of the other all have partners.
      #expect(theirs.isSubset(of: own), "seed \(seed): \(theirs.subtracting(own).sorted())")
      let known = theirs.union(overlapping.keys.joined())
      #expect(own.isSubset(of: known), "seed \(seed): \(own.subtracting(known).sorted())")
      let large = found.overlaps.filter { $0.area > 2e-6 }
      #expect(
        large.allSatisfy { abs((overlapping[[$0.areas.0, $0.areas.1]] ?? 0) - $0.area) <= 1e-2 }
          && overlapping.allSatisfy { pair in
            pair.value < 1e-2 || large.contains { [$0.areas.0, $0.areas.1] == pair.key }
          }, "seed \(seed)")
      let conflicts = try LayerConflicts(layer, sliverWidth: Self.gapWidth, jobs: 2)
      #expect(conflicts.isPartition == theirs.isEmpty, "seed \(seed)")
      #expect(abs(gaps - holes) <= 1e-3 + 1e-9 * holes, "seed \(seed): \(gaps), not \(holes)")
      if !theirs.isEmpty { withFaults += 1 }
    }
    #expect(withFaults > 60)
  }
}
