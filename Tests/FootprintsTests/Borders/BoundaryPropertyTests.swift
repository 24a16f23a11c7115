import Foundation
import Footprints
import Testing

/// Random layers: against points of their borders one by one, and in other orders.
@Suite struct BoundaryPropertyTests {
  private typealias Shapes = BorderShapes

  static let seeds: [UInt64] = [1, 2, 3, 4]

  /// The distance of a point from a segment, and of points of a border from another, the plain way.
  private static func distance(_ p: Coordinate, _ a: Coordinate, _ b: Coordinate) -> Double {
    let (dx, dy) = (b.x - a.x, b.y - a.y)
    let t = max(0, min(1, ((p.x - a.x) * dx + (p.y - a.y) * dy) / (dx * dx + dy * dy)))
    return hypot(p.x - a.x - t * dx, p.y - a.y - t * dy)
  }

  private static func edges(_ areas: MultiPolygonArray) -> [(Coordinate, Coordinate)] {
    (0..<areas.ringCount).flatMap { ring in
      let vertices = areas.coordinates[areas.vertices(of: ring)]
      return Array(zip(vertices, vertices.dropFirst()))
    }
  }

  /// A distance changes by no more than the way, so that the middles of pieces bound what lies between them.
  @Test(arguments: seeds) func agreesWithPoints(seed: UInt64) throws {
    let layer = try RandomLayer.make(seed: seed, side: 3, units: 3)
    let other = try RandomLayer.make(
      seed: seed + 100, side: 3, units: 3, size: 9000, origin: Coordinate(430_300, 180_200))
    let (x, y) = (layer.units, seed.isMultiple(of: 2) ? layer.cells : other.units)
    let found = try Shapes.agreement(x, y, within: 250)
    let edges = Self.edges(y)
    for area in 0..<x.count {
      var (integral, error, largest, longest, length, surely, maybe) = (0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0)
      for (a, b) in Self.edges(x.selecting([area])) {
        let whole = hypot(b.x - a.x, b.y - a.y)
        let count = max(1, Int(whole / 60))
        let step = whole / Double(count)
        length += whole
        for piece in 0..<count {
          let t = (Double(piece) + 0.5) / Double(count)
          let p = Coordinate(a.x + t * (b.x - a.x), a.y + t * (b.y - a.y))
          let distance = edges.reduce(Double.infinity) { min($0, Self.distance(p, $1.0, $1.1)) }
          integral += distance * step
          error += step * step / 4
          (largest, longest) = (max(largest, distance), max(longest, step))
          if distance <= 250 - step / 2 { surely += step }
          if distance <= 250 + step / 2 { maybe += step }
        }
      }
      let border = found.x.areas[area]
      #expect(abs(border.length - length) < 1e-3, "seed \(seed)")
      #expect(
        abs((border.meanDisplacement ?? -1) * length - integral) <= error + 1e-3 * length, "seed \(seed)")
      let furthest = try #require(border.furthest)
      #expect(
        furthest.distance >= largest - 1e-4 && furthest.distance <= largest + longest / 2, "seed \(seed)")
      #expect(
        border.withinLength >= surely - 1e-3 && border.withinLength <= maybe + 1e-3, "seed \(seed)")
      let there = edges.reduce(Double.infinity) { min($0, Self.distance(furthest.place, $1.0, $1.1)) }
      #expect(abs(there - furthest.distance) < 1e-4 && furthest.areas.contains(area), "seed \(seed)")
    }
  }

  /// Neither the order of the areas, nor threads, nor which layer comes first.
  @Test(arguments: seeds) func orderChangesNothing(seed: UInt64) throws {
    let (a, b) = (try RandomLayer.make(seed: seed, side: 14), try RandomLayer.make(seed: seed + 1, side: 12))
    let found = try Shapes.agreement(a.cells, b.units, within: 100, jobs: 1)
    let order = Array((0..<a.cells.count).reversed())
    let turned = try BoundaryAgreement(
      x: TestLayer.make("x", a.cells.selecting(order), codes: order.map { "x\($0)" }),
      y: TestLayer.make("y", b.units), within: 100, jobs: 3)
    let straight = try BoundaryAgreement(
      x: TestLayer.make("x", a.cells, codes: order.indices.map { "x\($0)" }), y: TestLayer.make("y", b.units),
      within: 100,
      jobs: 1)
    #expect(turned.x.areas == straight.x.areas && turned.x.all == straight.x.all, "seed \(seed)")
    #expect(turned.x.inner == straight.x.inner && turned.y.areas == straight.y.areas, "seed \(seed)")
    let swapped = try Shapes.agreement(b.units, a.cells, within: 100, jobs: 4)
    #expect(swapped.x.all == found.y.all && swapped.y.areas == found.x.areas, "seed \(seed)")
    // What both draw is the same seen from either side.
    #expect(abs(found.x.all.sharedLength - found.y.all.sharedLength) < 1e-3, "seed \(seed)")
  }

  /// The border of units is part of the border of their cells.
  @Test(arguments: seeds) func unionsFollowTheirParts(seed: UInt64) throws {
    let layer = try RandomLayer.make(seed: seed, side: 8)
    let found = try Shapes.agreement(layer.units, layer.cells, within: 0.01)
    #expect((found.x.all.furthest?.distance ?? 1) < 1e-5, "seed \(seed)")
    #expect(abs(found.x.all.sharedLength - found.x.all.length) < 1e-3, "seed \(seed)")
    #expect(abs(found.y.all.sharedLength - found.x.all.length) < 0.1, "seed \(seed)")
    #expect(abs(found.x.all.length - found.x.inner.length - found.x.outer.length) < 1e-6, "seed \(seed)")
    #expect(abs(found.x.outer.length - 40_000) < 1e-3, "seed \(seed)")
  }
}
