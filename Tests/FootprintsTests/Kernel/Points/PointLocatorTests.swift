import Footprints
import Testing

/// Which areas hold points: against every edge in integers, against Shapely, and where it can be counted by hand.
@Suite struct PointLocatorTests {
  /// A layer of a kind as the kernel sees it, and points on and beside its vertices and edges, and anywhere.
  private static func situation(
    _ kind: LayerKind, seed: UInt64
  ) throws -> (layer: GridLayer, areas: MultiPolygonArray, points: [Coordinate]) {
    let pair = try kind.layers(seed: seed)
    let grid = IntegerGrid(covering: pair.a, pair.b, jobs: 1)
    let areas = try KernelOracle.valid(pair.a, grid: grid)
    var random = SeededGenerator(seed: seed)
    func snapped(_ x: Double, _ y: Double) -> Coordinate {
      let unit = RandomLayers.gridUnit
      return Coordinate((x / unit).rounded() * unit, (y / unit).rounded() * unit)
    }
    var points: [Coordinate] = []
    for ring in 0..<areas.ringCount {
      let vertices = areas.vertices(of: ring).map { areas.coordinates[$0] }
      points += vertices
      for (a, b) in zip(vertices, vertices.dropFirst()) {
        points.append(snapped((a.x + b.x) / 2, (a.y + b.y) / 2))
        // Level with vertices, and one unit beside them.
        points.append(Coordinate(a.x, b.y))
        points.append(Coordinate(a.x + RandomLayers.gridUnit, a.y))
      }
    }
    points += pair.b.coordinates.map { snapped($0.x, $0.y) }
    let box = areas.box(jobs: 1)
    if !box.isEmpty {
      for _ in 0..<40 {
        let (x, y) = (
          Double.random(in: box.min.x...box.max.x, using: &random),
          Double.random(in: box.min.y...box.max.y, using: &random)
        )
        points += [snapped(x, y), Coordinate(x.rounded(), y.rounded())]
      }
    }
    return (try GridLayer(areas, grid: grid, jobs: 1), areas, points)
  }

  @Test(arguments: LayerKind.allCases) func everyPointIsWhereEveryEdgeSays(kind: LayerKind) throws {
    var found = 0
    for seed in UInt64(0)..<30 {
      let (layer, areas, points) = try Self.situation(kind, seed: seed)
      let plain = PlainPoints(areas)
      let located = try PointLocator(layer).locate(points, jobs: 1)
      for (index, point) in points.enumerated() {
        #expect(located[index] == plain.holders(of: point), "\(kind), seed \(seed), \(point)")
        if !located[index].isEmpty { found += 1 }
      }
    }
    // A kind whose points all lie outside would never fail.
    #expect(found > 100, "\(kind)")
  }

  @Test(.enabled(if: OverlapOracle.python != nil), arguments: LayerKind.allCases)
  func shapelyHasThemThereToo(kind: LayerKind) throws {
    let (layer, areas, points) = try Self.situation(kind, seed: 7)
    let located = try PointLocator(layer).locate(points, jobs: 1)
    let (inside, onBorder) = try PointOracle.holders(of: points, in: areas)
    let ours = Set(
      points.indices.flatMap { point in located[point].map { PointOracle.Holder(point: point, area: $0) } })
    #expect(inside.isSubset(of: ours), "\(kind)")
    #expect(ours.isSubset(of: inside.union(onBorder)), "\(kind)")
    #expect(!inside.isEmpty, "\(kind)")
  }

  /// Areas that divide a square: every vertex, and the middle of every edge, lies in exactly one; those on the left and
  /// lower sides in none.
  @Test(arguments: UInt64(0)..<20) func aPartitionHoldsEachPointOnce(seed: UInt64) throws {
    var layers = RandomLayers(random: SeededGenerator(seed: seed), step: 1, size: 1024)
    let areas = try layers.bricks(columns: 8, rows: 8, areas: 5)
    let layer = try GridLayer(areas, grid: IntegerGrid(covering: areas, jobs: 1), jobs: 1)
    let points = (-1...33).flatMap { x in (-1...33).map { Coordinate(Double(x) * 32, Double($0) * 32) } }
    let located = try PointLocator(layer).locate(points, jobs: 2)
    for (index, point) in points.enumerated() {
      let isInside = point.x > 0 && point.x <= 1024 && point.y > 0 && point.y <= 1024
      #expect(located[index].count == (isInside ? 1 : 0), "seed \(seed), \(point)")
    }
  }

  /// Points beside, on and in the hole of an area, which another area fills.
  @Test func holesAreNoPartOfTheirArea() throws {
    let areas = MultiPolygonArray(areas: [
      [[RandomLayers.rectangle(0, 0, 10, 10), RandomLayers.rectangle(4, 4, 6, 6)]],
      [[RandomLayers.rectangle(4, 4, 6, 6)]],
      // In the right half of the hole as well, over the second.
      [[RandomLayers.rectangle(5, 4, 6, 6)]],
    ])
    let layer = try GridLayer(areas, grid: IntegerGrid(covering: areas, jobs: 1), jobs: 1)
    let points: [(Double, Double, [Int])] = [
      (3, 5, [0]), (4.5, 5, [1]), (5.5, 5, [1, 2]), (7, 5, [0]), (5, 3, [0]), (5, 7, [0]), (11, 5, []),
      // On the border: in what is on the left of it, or below.
      (4, 5, [0]), (6, 5, [1, 2]), (5, 5, [1]), (4.5, 4, [0]), (4.5, 6, [1]), (6, 6, [1, 2]), (4, 4, [0]),
      (4, 6, [0]), (6, 4, [0]), (0, 5, []), (10, 10, [0]), (10, 0, []),
    ]
    let located = try PointLocator(layer).locate(points.map { Coordinate($0.0, $0.1) }, jobs: 1)
    for (index, point) in points.enumerated() { #expect(located[index] == point.2, "\(point)") }
  }

  @Test func nowhereIsNowhere() throws {
    let areas = MultiPolygonArray.squares(columns: 2, rows: 2)
    let layer = try GridLayer(areas, grid: IntegerGrid(covering: areas, jobs: 1), jobs: 1)
    let places = [
      Coordinate(.nan, .nan), Coordinate(.infinity, 0.5), Coordinate(1e300, 0.5), Coordinate(-1e9, -1e9),
      Coordinate(0.5, 0.5),
    ]
    let located = try PointLocator(layer).locate(places, jobs: 1)
    #expect(places.indices.map { located[$0] } == [[], [], [], [], [0]])
    #expect(try PointLocator(layer).locate([], jobs: 1).count == 0)
    let none = try GridLayer(MultiPolygonArray(), grid: IntegerGrid(covering: areas, jobs: 1), jobs: 1)
    #expect(try PointLocator(none).locate(places, jobs: 1)[4] == [])
  }

  /// Many points among many areas, so that cells are divided again; for any number of threads the same.
  @Test func anyNumberOfThreadsFindsTheSame() throws {
    let areas = MultiPolygonArray.squares(columns: 40, rows: 40, side: 3)
    let layer = try GridLayer(areas, grid: IntegerGrid(covering: areas, jobs: 1), jobs: 1)
    var random = SeededGenerator(seed: 11)
    let points = (0..<40_000).map { index in
      // Half of them crowd in one place.
      index % 2 == 0
        ? Coordinate(Double.random(in: -5...125, using: &random), Double.random(in: -5...125, using: &random))
        : Coordinate(Double.random(in: 50...51, using: &random), Double.random(in: 50...51, using: &random))
    }
    let one = try PointLocator(layer).locate(points, jobs: 1)
    for (index, point) in points.enumerated() {
      let (column, row) = (Int((point.x / 3).rounded(.down)), Int((point.y / 3).rounded(.down)))
      let isInside = (0..<40).contains(column) && (0..<40).contains(row)
      #expect(one[index] == (isInside ? [row * 40 + column] : []))
    }
    for jobs in [2, 3, 8] {
      let other = try PointLocator(layer).locate(points, jobs: jobs)
      #expect(other.setOfPoint == one.setOfPoint && other.sets == one.sets)
    }
  }
}
