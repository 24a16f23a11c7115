import Footprints
import Testing

@Suite struct InvalidAreasTests {
  /// Checks that exactly the areas that GEOS calls invalid are found, with what it says is wrong and where.
  static func check(
    _ layer: MultiPolygonArray, _ name: String, location: SourceLocation = #_sourceLocation
  ) throws -> Int {
    let grid = IntegerGrid(covering: layer, jobs: 1)
    let rounded = try GridLayer(layer, grid: grid, jobs: 1)
    let context = GEOSContext()
    let areas = rounded.multiPolygons(of: 0..<rounded.count)
    var faults: [String] = []
    for area in 0..<areas.count {
      guard let found = try GEOSGeometry(area: area, of: areas, in: context).validityFault() else { continue }
      faults.append("\(area) \(found.fault) \(found.location)")
    }
    for jobs in [1, 2] {
      let found = try OverlapKernel.invalidAreas(of: rounded, jobs: jobs)
      #expect(
        found.map { "\($0.area) \($0.fault) \($0.location)" } == faults, "\(name)", sourceLocation: location)
      for item in found where distance(item, areas) > 1e-5 {
        Issue.record("\(name): \(item) is not on the \(item.ring)", sourceLocation: location)
      }
    }
    return faults.count
  }

  /// How far the place of a fault lies from the vertices and edges of the ring that is named with it, in metres; the
  /// layer has rings without area left out, so that nothing is found for one that comes after those.
  private static func distance(_ item: InvalidArea, _ layer: MultiPolygonArray) -> Double {
    let rings = layer.rings(ofArea: item.area)
    guard rings.count > item.ring.index else { return 0 }
    let points = layer.coordinates[layer.vertices(of: rings.lowerBound + item.ring.index)]
    func length(_ a: Coordinate, _ b: Coordinate) -> Double {
      ((a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y)).squareRoot()
    }
    // On an edge, the way over the place is no longer than the edge.
    return zip(points, points.dropFirst()).map { p, q in
      length(p, item.location) + length(item.location, q) - length(p, q)
    }.min() ?? .infinity
  }

  @Test(arguments: 0..<100)
  func randomStars(seed: UInt64) throws {
    var layers = RandomLayers(random: SeededGenerator(seed: seed), step: 1, size: 1000)
    layers.step = [1.0 / 1_048_576, 0.001, 10, 50][Int(seed % 4)]
    let found = try Self.check(layers.stars(count: 20, corners: 9), "seed \(seed)")
    #expect(found > 0, "seed \(seed)")
  }

  @Test(arguments: 0..<20)
  func randomBricksAreValid(seed: UInt64) throws {
    var layers = RandomLayers(random: SeededGenerator(seed: seed), step: 1, size: 1024)
    #expect(try Self.check(layers.bricks(columns: 8, rows: 8, areas: 4), "seed \(seed)") == 0)
  }

  typealias Ring = [(Double, Double)]
  static func square(_ x: Double, _ y: Double, _ side: Double) -> Ring {
    [(x, y), (x + side, y), (x + side, y + side), (x, y + side)]
  }

  @Test func validAreas() throws {
    #expect(
      try Self.check(
        MultiPolygonArray(areas: [
          [[Self.square(0, 0, 10), Self.square(2, 2, 2), Self.square(6, 6, 2)]],
          // Parts that touch at a corner; an island in a hole; a hole that touches its exterior at a point.
          [[Self.square(0, 0, 2)], [Self.square(2, 2, 2)]],
          [[Self.square(0, 0, 10), Self.square(2, 2, 6)], [Self.square(4, 4, 2)]],
          [[Self.square(0, 0, 10), [(0, 5), (3, 4), (3, 6)]]],
          [],
        ]), "valid") == 0)
  }

  /// An invalid area with what is to be found wrong with it: fault, place, and the ring by its place in the polygon;
  /// nil where several answers are right and versions of GEOS differ.
  struct Example {
    let polygons: [[Ring]]
    let fault: ValidityFault?
    let location: (Double, Double)?
    var polygon = 0
    var hole: Int?
  }

  static let examples: [Example] = [
    // A bow tie, a spike, a ring that touches itself, one that runs twice.
    Example(polygons: [[[(0, 0), (2, 2), (2, 0), (0, 2)]]], fault: .selfIntersection, location: (1, 1)),
    Example(polygons: [[[(0, 0), (4, 0), (4, 4), (8, 4), (4, 4), (0, 4)]]], fault: nil, location: nil),
    Example(
      polygons: [[[(0, 0), (4, 0), (4, 4), (2, 0), (0, 4)]]], fault: .ringSelfIntersection, location: (2, 0)),
    Example(polygons: [[square(0, 0, 4) + square(0, 0, 4)]], fault: nil, location: nil),
    // A hole outside its exterior, across it, in another hole, around the exterior.
    Example(
      polygons: [[square(0, 0, 4), square(6, 6, 1)]], fault: .holeOutsideShell, location: (6, 6), hole: 0),
    Example(polygons: [[square(0, 0, 4), square(3, 3, 2)]], fault: .selfIntersection, location: nil),
    Example(
      polygons: [[square(0, 0, 8), square(1, 1, 6), square(2, 2, 2)]], fault: .nestedHoles, location: (2, 2),
      hole: 1),
    Example(
      polygons: [[square(2, 2, 2), square(0, 0, 8)]], fault: .holeOutsideShell, location: (0, 0), hole: 0),
    // Nested, overlapping and adjoining parts; a hole that belongs to another part; a hole along the border.
    Example(
      polygons: [[square(0, 0, 8)], [square(2, 2, 2)]], fault: .nestedShells, location: (2, 2), polygon: 1),
    Example(polygons: [[square(0, 0, 4)], [square(2, 2, 4)]], fault: .selfIntersection, location: nil),
    Example(polygons: [[square(0, 0, 4)], [square(4, 0, 4)]], fault: .selfIntersection, location: nil),
    Example(
      polygons: [[square(0, 0, 4), square(11, 1, 1)], [square(10, 0, 4)]], fault: .holeOutsideShell,
      location: (11, 1), hole: 0),
    Example(polygons: [[square(0, 0, 4), square(0, 1, 1)]], fault: .selfIntersection, location: nil),
    // Holes that cut the interior in two.
    Example(
      polygons: [[square(0, 0, 8), [(0, 4), (4, 3), (4, 5)], [(4, 4), (8, 3), (8, 5)]]],
      fault: .selfIntersection, location: nil),
    Example(
      polygons: [[square(0, 0, 8), [(0, 4), (4, 3), (4, 5)], [(4, 4), (8, 4), (6, 5)]]],
      fault: .disconnectedInterior, location: (4, 4), hole: 0),
  ]

  @Test func invalidAreas() throws {
    let layer = MultiPolygonArray(areas: Self.examples.map(\.polygons))
    #expect(try Self.check(layer, "all") == layer.count)
    let grid = IntegerGrid(covering: layer, jobs: 1)
    let found = try OverlapKernel.invalidAreas(of: GridLayer(layer, grid: grid, jobs: 1), jobs: 1)
    for (item, example) in zip(found, Self.examples) {
      #expect(item.fault == example.fault ?? item.fault, "area \(item.area)")
      if let (x, y) = example.location { #expect(item.location == Coordinate(x, y), "area \(item.area)") }
      #expect(
        item.ring.polygon == example.polygon && item.ring.hole == example.hole,
        "area \(item.area): \(item.ring)")
      let before = example.polygons.prefix(example.polygon).reduce(0) { $0 + $1.count }
      #expect(item.ring.index == before + (example.hole.map { $0 + 1 } ?? 0), "area \(item.area)")
    }
    for area in 0..<layer.count {
      #expect(try Self.check(layer.selecting([area]), "area \(area)") == 1, "area \(area)")
    }
  }

  /// Words for people, and rings of which rounding has left nothing, which count nonetheless.
  @Test func faultsInWords() throws {
    let island = Self.square(430_000, 180_000, 4)
    let speck: Ring = [(0, 0), (1e-8, 0), (0, 1e-8)]
    let layer = MultiPolygonArray(areas: [
      [],
      [
        [speck], [island, Self.square(430_001, 180_001, 1), speck, Self.square(430_010, 180_000.25, 1)],
        [speck],
      ],
    ])
    let grid = IntegerGrid(covering: layer, jobs: 1)
    let found = try OverlapKernel.invalidAreas(of: GridLayer(layer, grid: grid, jobs: 1), jobs: 1)
    #expect(found.map(\.fault) == [.holeOutsideShell])
    #expect(found.map(\.location) == [Coordinate(430_010, 180_000.25)])
    #expect(found.map(\.ring.description) == ["hole 3 of polygon 2"])
    #expect(found.map(\.ring.index) == [4] && found.map(\.area) == [1])
  }

  /// Parts whose boxes all lie across each other, in an order that jumps about.
  static func diagonals(_ count: Int) -> [[Ring]] {
    (0..<count).map { number in
      let x = Double((number * 187) % count) * 4
      return [[(x, 0), (x + 9000, 9000), (x + 9001, 9000)]]
    }
  }

  @Test func diagonalPartsInAnyOrder() throws {
    let valid = Self.diagonals(500)
    let crossed = valid + [[[(20, 10), (30, 10), (30, 30)]]]
    #expect(try Self.check(MultiPolygonArray(areas: [valid, [valid[0]], crossed]), "diagonals") == 1)
  }

  @Test func manyRingsInEachOther() throws {
    func rings(_ count: Int) -> [[Ring]] {
      (0..<count).map { number in
        let side = Double(4 * (count - number))
        return [Self.square(-side, -side, 2 * side), Self.square(1 - side, 1 - side, 2 * side - 2)]
      }
    }
    let valid = rings(200)
    // A hole that is as large as the exterior next within it would be, and lies around another exterior.
    let misplaced = valid + [[Self.square(-1, -1, 2), Self.square(-300.5, -300.5, 601)]]
    // An exterior in another one without a hole between them.
    let doubled = valid + [[Self.square(-399.5, -399.5, 799)]]
    #expect(try Self.check(MultiPolygonArray(areas: [valid, misplaced, doubled]), "rings") == 2)
  }

  @Test func manyPartsInOneArea() throws {
    // 3,600 in an order that jumps about: every box of the higher nodes is as large as the area.
    let count = 60
    let squares = (0..<count * count).map { number in
      let place = (number * 7919) % (count * count)
      return [Self.square(Double(place % count) * 3, Double(place / count) * 3, 2)]
    }
    let layer = MultiPolygonArray(areas: [squares])
    let grid = IntegerGrid(covering: layer, jobs: 1)
    #expect(try OverlapKernel.invalidAreas(of: GridLayer(layer, grid: grid, jobs: 1), jobs: 2).isEmpty)
  }
}
