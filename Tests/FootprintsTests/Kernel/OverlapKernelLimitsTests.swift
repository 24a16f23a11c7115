import Footprints
import Testing

/// Huge and tiny extents, uneven spreads and long edges.
@Suite struct OverlapKernelLimitsTests {
  /// The largest coordinate on the coarser grid around 0: 2^40 units of 2^-17 m.
  static let limit = 8_388_608.0

  @Test func largestCoordinates() throws {
    let l = Self.limit
    let a = MultiPolygonArray(areas: [
      [[[(-l, -l), (l, -l), (l, l), (-l, l)]]], [[[(-l, -l), (l, l), (-l, l)]]],
      [[[(-l, l), (l, -l), (l, l)]]],
      [[[(-l, -l), (l, l - 1), (l, l)]]],
    ])
    try KernelOracle.check(a, a, "largest", touchingIsExact: false)
    let result = try KernelOracle.kernel(a, a)
    let half: Double = 2 * l * l
    #expect(result.aAreas[0] == 2 * half && result.aAreas[1] == half && result.aAreas[2] == half)
    #expect(result.pairs.first { $0.a == 0 && $0.b == 0 }?.perimeter == 8 * l)
    #expect(result.pairs.first { $0.a == 1 && $0.b == 2 }?.area == half / 2)
    // Unit squares in the far corner.
    let corner = MultiPolygonArray.squares(columns: 4, rows: 4, at: (l - 4, l - 4))
    var frame = MultiPolygonArray.rectangles([(-l, -l, 1, 1)])
    for area in 0..<corner.count { frame.appendArea(area, of: corner) }
    let far = try KernelOracle.kernel(frame, frame)
    #expect(far.pairs.count == 17 && far.pairs.allSatisfy { $0.area == 1 && $0.perimeter == 4 })
    #expect(far.pairs[16].centroid == Coordinate(l - 0.5, l - 0.5))
  }

  @Test(arguments: 0..<10)
  func randomLayersOfAnySize(seed: UInt64) throws {
    for size in [0.001, 1, 600, 2500, 40_000, 1e6, 8e6] {
      var layers = RandomLayers(random: SeededGenerator(seed: seed), step: 1.0 / 1_048_576, size: size)
      try KernelOracle.check(
        layers.stars(count: 4, corners: 8), layers.stars(count: 4, corners: 8), "seed \(seed), size \(size)")
    }
  }

  @Test func refusesLayersOnTwoGrids() throws {
    let good = MultiPolygonArray.rectangles([(0, 0, 1, 1)])
    let grid = IntegerGrid(covering: good, jobs: 1)
    let other = IntegerGrid(around: Box(min: Coordinate(50, 0), max: Coordinate(60, 10)))
    let (a, b) = (try GridLayer(good, grid: grid, jobs: 1), try GridLayer(good, grid: other, jobs: 1))
    #expect(throws: FootprintsError.self) { try OverlapKernel.overlap(a: a, b: b, jobs: 1) }
  }

  @Test func emptyAndDistantLayers() throws {
    let none = MultiPolygonArray()
    let empty = MultiPolygonArray(areas: [[], []])
    let square = MultiPolygonArray.rectangles([(0, 0, 1, 1)])
    let points = MultiPolygonArray(areas: [[[[(0, 0), (1e-7, 0), (0, 1e-7)]]]])
    for (a, b) in [(none, none), (none, square), (empty, square), (square, empty), (points, square)] {
      let result = try KernelOracle.kernel(a, b)
      #expect(result.pairs.isEmpty)
      #expect(result.aAreas.count == a.count && result.bAreas.count == b.count)
    }
    let far = try KernelOracle.kernel(square, MultiPolygonArray.rectangles([(1e6, 1e6, 1, 1)]))
    #expect(far.pairs.isEmpty && far.aAreas == [1] && far.bAreas == [1])
    #expect(
      try OverlapKernel.invalidAreas(of: GridLayer(empty, grid: .init(around: .empty), jobs: 1), jobs: 1)
        == [])
  }

  /// Strips across the whole country in one layer against strips across it in the other.
  @Test func countryWideStrips() throws {
    let size = 600_000.0
    let count = 150
    let width = size / Double(count)
    let across = MultiPolygonArray.rectangles(
      (0..<count).map { number in (0, Double(number) * width, size, width) })
    let along = across.mapped { Coordinate($0.y, $0.x) }
    let result = try KernelOracle.kernel(across, along)
    #expect(result.pairs.count == count * count)
    #expect(result.pairs.allSatisfy { $0.area == width * width && $0.perimeter == 4 * width })
    let slanted = across.mapped { Coordinate($0.x, $0.y + 0.5 * $0.x) }
    let itself = try KernelOracle.kernel(slanted, slanted)
    #expect(itself.pairs.count == count && itself.pairs.allSatisfy { $0.area == width * size })
  }

  /// Polygons of thousands of rays or bristles: long edges side by side, which no cells take apart.
  @Test func raysAndBristles() throws {
    func ring(_ corners: Int, _ turn: Double, _ radius: (Int) -> Double) -> MultiPolygonArray {
      MultiPolygonArray(areas: [
        [
          [
            (0..<corners).map { corner in
              let angle = (Double(corner) + turn) / Double(corners) * 2 * .pi
              let radius = radius(corner)
              return (radius * cosine(angle), radius * cosine(angle - .pi / 2))
            }
          ]
        ]
      ])
    }
    var random = SeededGenerator(seed: 1)
    let rays = ring(1000, 0) { $0 % 2 == 0 ? 200_000 : 100_000 }
    let turned = ring(1000, 0.5) { $0 % 2 == 0 ? 190_000 : 90_000 }
    let bristles = ring(4000, 0) { _ in 100_000 + Double.random(in: 0...4000, using: &random) }
    for (a, b) in [(rays, turned), (rays, rays), (bristles, rays), (bristles, bristles)] {
      try KernelOracle.check(a, b, "rays and bristles")
      let grid = IntegerGrid(covering: a, jobs: 1)
      let invalid = try OverlapKernel.invalidAreas(of: GridLayer(a, grid: grid, jobs: 1), jobs: 1)
      #expect(invalid == [])
    }
  }

  /// A town of small squares, one far island, and one area that covers everything.
  @Test func crowdedCorner() throws {
    var a = MultiPolygonArray.squares(columns: 40, rows: 40, at: (1000, 1000))
    a.appendArea(0, of: .rectangles([(5e6, 5e6, 1, 1)]))
    let cover = MultiPolygonArray.rectangles([(-1, -1, 6e6, 6e6)])
    let covered = try KernelOracle.kernel(cover, a)
    #expect(covered.pairs.count == a.count && covered.pairs.allSatisfy { $0.area == 1 && $0.perimeter == 4 })
    let itself = try KernelOracle.kernel(a, a)
    #expect(itself.pairs.count == a.count && itself.pairs.allSatisfy { $0.a == $0.b && $0.area == 1 })
    let shifted = try KernelOracle.kernel(a, a.mapped { Coordinate($0.x + 0.25, $0.y + 0.25) })
    #expect(shifted.pairs.count == 79 * 79 + 1)
    let total = shifted.pairs.reduce(0) { $0 + $1.area }
    #expect(total == 39.75 * 39.75 + 0.5625)
  }

  /// Many areas on top of each other: every pair is real.
  @Test func stackedAreas() throws {
    let stack = MultiPolygonArray.rectangles((0..<60).map { (Double($0), 0, 100, 100) })
    let result = try KernelOracle.kernel(stack, stack)
    #expect(result.pairs.count == 3600)
    for pair in result.pairs {
      let expected: Double = 10_000 - 100 * abs(Double(pair.a - pair.b))
      #expect(pair.area == expected)
    }
  }

  @Test(arguments: 0..<4)
  func resultDoesNotDependOnJobs(seed: UInt64) throws {
    var layers = RandomLayers(random: SeededGenerator(seed: seed), step: 1.0 / 1_048_576, size: 5000)
    let grid = IntegerGrid(around: Box(min: Coordinate(0, 0), max: Coordinate(5000, 5000)))
    let a = try KernelOracle.valid(layers.stars(count: 100, corners: 30), grid: grid)
    let b = try KernelOracle.valid(layers.stars(count: 100, corners: 30), grid: grid)
    let one = try KernelOracle.kernel(a, b)
    for jobs in [2, 3, 8] {
      let more = try KernelOracle.kernel(a, b, jobs: jobs)
      #expect(more.pairs == one.pairs, "seed \(seed), jobs \(jobs)")
      #expect(more.aAreas == one.aAreas && more.bAreas == one.bAreas, "seed \(seed), jobs \(jobs)")
      #expect(more.statistics.crossings == one.statistics.crossings, "seed \(seed), jobs \(jobs)")
    }
  }

  /// What the areas of a layer without gaps and overlaps take of an area adds up to it.
  @Test(arguments: 0..<6)
  func partsAddUp(seed: UInt64) throws {
    var layers = RandomLayers(random: SeededGenerator(seed: seed), step: 1.0 / 1_048_576, size: 1024)
    let a = try layers.bricks(columns: 16, rows: 16, areas: 5)
    let b = try layers.bricks(columns: 12, rows: 12, areas: 7).mapped {
      Coordinate($0.x * 1.1 - 7, $0.y * 1.1 - 7)
    }
    let result = try KernelOracle.kernel(a, b)
    for area in 0..<a.count {
      let parts = result.pairs.filter { $0.a == area }.reduce(0) { $0 + $1.area }
      #expect(abs(parts - result.aAreas[area]) <= 1e-9 * parts, "seed \(seed)")
    }
  }
}
