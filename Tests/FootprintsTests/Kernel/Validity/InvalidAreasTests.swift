import Footprints
import Testing

@Suite struct InvalidAreasTests {
  /// Checks that exactly the areas that GEOS calls invalid are found, with its reason.
  static func check(
    _ layer: MultiPolygonArray, _ name: String, location: SourceLocation = #_sourceLocation
  ) throws -> Int {
    let grid = IntegerGrid(covering: layer, jobs: 1)
    let rounded = try GridLayer(layer, grid: grid, jobs: 1)
    let context = GEOSContext()
    let areas = rounded.multiPolygons(of: 0..<rounded.count)
    var reasons: [String] = []
    for area in 0..<areas.count {
      guard let reason = try GEOSGeometry(area: area, of: areas, in: context).invalidReason() else {
        continue
      }
      reasons.append("\(area) \(reason)")
    }
    for jobs in [1, 2] {
      let found = try OverlapKernel.invalidAreas(of: rounded, jobs: jobs)
      #expect(found.map { "\($0.area) \($0.reason)" } == reasons, "\(name)", sourceLocation: location)
    }
    return reasons.count
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
          // Parts that touch in a corner; an island in a hole; a hole that touches its exterior in a point.
          [[Self.square(0, 0, 2)], [Self.square(2, 2, 2)]],
          [[Self.square(0, 0, 10), Self.square(2, 2, 6)], [Self.square(4, 4, 2)]],
          [[Self.square(0, 0, 10), [(0, 5), (3, 4), (3, 6)]]],
          [],
        ]), "valid") == 0)
  }

  @Test func invalidAreas() throws {
    let areas: [[[Ring]]] = [
      // A bow tie, a spike, a ring that touches itself, one that runs twice.
      [[[(0, 0), (2, 2), (2, 0), (0, 2)]]],
      [[[(0, 0), (4, 0), (4, 4), (8, 4), (4, 4), (0, 4)]]],
      [[[(0, 0), (4, 0), (4, 4), (2, 0), (0, 4)]]],
      [[Self.square(0, 0, 4) + Self.square(0, 0, 4)]],
      // A hole outside of its exterior, across it, in another hole, around the exterior.
      [[Self.square(0, 0, 4), Self.square(6, 6, 1)]],
      [[Self.square(0, 0, 4), Self.square(3, 3, 2)]],
      [[Self.square(0, 0, 8), Self.square(1, 1, 6), Self.square(2, 2, 2)]],
      [[Self.square(2, 2, 2), Self.square(0, 0, 8)]],
      // Nested, overlapping and adjoining parts; a hole that belongs to another part; a hole along the border.
      [[Self.square(0, 0, 8)], [Self.square(2, 2, 2)]],
      [[Self.square(0, 0, 4)], [Self.square(2, 2, 4)]],
      [[Self.square(0, 0, 4)], [Self.square(4, 0, 4)]],
      [[Self.square(0, 0, 4), Self.square(11, 1, 1)], [Self.square(10, 0, 4)]],
      [[Self.square(0, 0, 4), Self.square(0, 1, 1)]],
      // Holes that cut the interior in two.
      [[Self.square(0, 0, 8), [(0, 4), (4, 3), (4, 5)], [(4, 4), (8, 3), (8, 5)]]],
    ]
    let layer = MultiPolygonArray(areas: areas)
    #expect(try Self.check(layer, "all") == areas.count)
    for area in 0..<layer.count {
      #expect(try Self.check(layer.selecting([area]), "area \(area)") == 1, "area \(area)")
    }
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
    // An exterior in another one without a hole between.
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
