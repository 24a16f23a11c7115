import Footprints
import Testing

/// The kernel and its plain twin against each other, and the twin against what anyone can work out by hand.
@Suite struct PlainOverlayTests {
  /// Checks that both find the same pairs of two layers on one grid, with the same areas and perimeters.
  ///
  /// Both divide each crossing's term exactly rounded and add up integers, so the areas may differ by what it takes to
  /// turn such a sum into a Double, and no more. The kernel rounds every length to 3.7e-9 m of the fine grid.
  static func check(
    _ a: GridLayer, _ b: GridLayer, _ kernel: KernelResult, _ name: String,
    location: SourceLocation = #_sourceLocation
  ) {
    let twin = PlainOverlay.pairs(a: a, b: b)
    #expect(
      twin.map { [$0.a, $0.b] } == kernel.pairs.map { [$0.a, $0.b] }, "\(name): which pairs have an area",
      sourceLocation: location)
    for (twin, kernel) in zip(twin, kernel.pairs) where twin.a == kernel.a && twin.b == kernel.b {
      #expect(
        abs(twin.area - kernel.area) <= 2 * twin.area.ulp
          && abs(twin.perimeter - kernel.perimeter) <= 1e-6 + 1e-12 * twin.perimeter,
        "\(name), A \(twin.a) with B \(twin.b): twin \(twin), kernel \(kernel)", sourceLocation: location)
    }
  }

  /// Overlays two layers in metres both ways.
  static func check(_ a: MultiPolygonArray, _ b: MultiPolygonArray, _ name: String) throws {
    let grid = IntegerGrid(covering: a, b, jobs: 1)
    let (a, b) = (try GridLayer(a, grid: grid, jobs: 1), try GridLayer(b, grid: grid, jobs: 1))
    check(a, b, try OverlapKernel.overlap(a: a, b: b, jobs: 1), name)
    check(b, a, try OverlapKernel.overlap(a: b, b: a, jobs: 1), "\(name), other way")
  }

  /// The pairs that the twin alone finds of two layers in metres: both indices, the area and the perimeter of each.
  static func pairs(_ a: MultiPolygonArray, _ b: MultiPolygonArray) throws -> [[Double]] {
    let grid = IntegerGrid(covering: a, b, jobs: 1)
    return PlainOverlay.pairs(
      a: try GridLayer(a, grid: grid, jobs: 1), b: try GridLayer(b, grid: grid, jobs: 1)
    ).map { [Double($0.a), Double($0.b), $0.area, $0.perimeter] }
  }

  @Test(arguments: LayerKind.allCases)
  func everyKindOfLayers(kind: LayerKind) throws {
    // A tenth of what GEOS is asked about: the twin takes the product of the edges.
    let seeds = RandomLayersTests.first..<RandomLayersTests.first + max(1, RandomLayersTests.count / 10)
    for seed in seeds {
      do {
        let (a, b, _) = try KernelOracle.overlay(try kind.layers(seed: seed))
        try Self.check(a, b, "\(kind), seed \(seed)")
      } catch {
        Issue.record(error, "\(kind), seed \(seed)")
      }
    }
  }

  /// Edges up to the width of the grid, where exact sides take 84 binary digits.
  @Test(arguments: 0..<10 as Range<UInt64>)
  func layersOfAnySize(seed: UInt64) throws {
    for size in [0.001, 1, 600, 40_000, 1e6, 8e6] {
      var layers = RandomLayers(random: SeededGenerator(seed: seed), step: RandomLayers.gridUnit, size: size)
      let pair = LayerPair(layers.needles(count: 4), layers.stars(count: 3, corners: 8))
      let (a, b, _) = try KernelOracle.overlay(pair)
      try Self.check(a, b, "seed \(seed), size \(size)")
    }
  }

  @Test func overlappingSquares() throws {
    let pairs = try Self.pairs(.rectangles([(0, 0, 2, 2)]), .rectangles([(1, 1, 2, 2), (2, 0, 1, 1)]))
    #expect(pairs == [[0, 0, 1, 4]])
  }

  /// Along a side, in a corner, and a corner on a side: nothing is in common, from whichever side.
  @Test func touchingAreas() throws {
    let square = MultiPolygonArray.rectangles([(0, 0, 4, 4)])
    let around = MultiPolygonArray(areas: [
      [[[(4, 0), (8, 0), (8, 4), (4, 4)]]], [[[(4, 1), (8, 1), (8, 3), (4, 3)]]],
      [[[(-4, 0), (0, 0), (0, 4)]]],
      [[[(4, 4), (8, 4), (8, 8), (4, 8)]]], [[[(0, 4), (4, 4), (2, 8)]]], [[[(2, 0), (4, -4), (0, -4)]]],
      [[[(0, 0), (-4, 0), (-4, -4), (0, -4)]]], [[[(4, -2), (6, 0), (4, 2), (8, 0)]]],
      [[[(-9, -9), (9, -9), (9, 9), (-9, 9)], [(0, 0), (4, 0), (4, 4), (0, 4)]]],
    ])
    #expect(try Self.pairs(square, around) == [])
    #expect(try Self.pairs(around, square) == [])
  }

  /// A small overlap beside a long common border: the border is not a boundary of it.
  @Test func aBorderBesideAnOverlap() throws {
    let a = MultiPolygonArray.rectangles([(0, 0, 100, 10)])
    let b = MultiPolygonArray(areas: [[[[(0, 5), (10, 5), (10, 10), (100, 10), (100, 20), (0, 20)]]]])
    #expect(try Self.pairs(a, b) == [[0, 0, 50, 30]])
    #expect(try Self.pairs(b, a) == [[0, 0, 50, 30]])
  }

  /// Rings inside rings that nothing crosses: only ring starts show them.
  @Test func ringsWithinRings() throws {
    let square = InvalidAreasTests.square
    let a = MultiPolygonArray(areas: [[[square(0, 0, 100), square(20, 20, 60)], [square(40, 40, 20)]]])
    let b = MultiPolygonArray(areas: [
      [[square(30, 30, 40)]], [[square(45, 45, 10)]], [[square(2, 2, 10)]], [[square(22, 22, 10)]],
      [[square(-9, -9, 200)]],
    ])
    #expect(
      try Self.pairs(a, b) == [
        [0, 0, 400, 80],
        [0, 1, 100, 40],
        [0, 2, 100, 40],
        [0, 4, 6800, 720],
      ])
  }

  /// Rings that touch themselves or run out and back: invalid, but with a clear interior.
  @Test func spikesAndSelfTouchingRings() throws {
    let a = MultiPolygonArray(areas: [
      [[[(0, 0), (4, 0), (4, 4), (8, 4), (4, 4), (0, 4)]]], [[[(0, 0), (4, 0), (4, 4), (2, 0), (0, 4)]]],
      [[[(0, 0), (9, 0), (9, 9), (3, 3), (3, 6), (6, 3), (3, 3), (0, 9)]]],
    ])
    try Self.check(a, .rectangles([(3, 3, 6, 6), (0, 0, 9, 9)]), "spikes")
    try Self.check(a, a, "spikes among themselves")
  }
}
