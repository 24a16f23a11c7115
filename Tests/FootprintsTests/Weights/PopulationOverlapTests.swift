import Footprints
import Testing

/// People in random layers, counted with the product and by brute force.
@Suite struct PopulationOverlapTests {
  struct Scene {
    var x: PreparedLayer
    var y: PreparedLayer
    var bricks: Bricks
    var table: OverlapTable
  }

  /// Bricks that cross both layers; with `shifted` the second layer covers only a part of them.
  static func scene(seed: UInt64, shifted: Bool) throws -> Scene {
    var generator = SeededGenerator(seed: seed)
    let shift = shifted ? 3000.0 : 0
    let x = try TestLayer.make("x", RandomLayer.make(seed: seed, side: 4, units: 4).units)
    let y = try TestLayer.make(
      "y",
      RandomLayer.make(
        seed: seed + 500, side: 3, units: 3, origin: Coordinate(430_000 + shift, 180_000 - shift)
      ).units)
    let cells = try RandomLayer.make(seed: seed + 900, side: 6, units: 1).cells
    let people = (0..<cells.count).map { _ in Double(Int.random(in: 0...9000, using: &generator)) }
    return Scene(
      x: x, y: y, bricks: try TestLayer.bricks(cells, people: people),
      table: try OverlapEngine.table(x.geometry, y.geometry, jobs: 1))
  }

  /// As a study does it.
  static func apportioned(_ scene: Scene) throws -> PopulationOverlap {
    try .apportioned(scene.bricks, x: scene.x, y: scene.y, table: scene.table, jobs: 1)
  }

  @Test(arguments: 0..<12 as Range<UInt64>) func apportioningIsTheThreeWayIntersection(seed: UInt64) throws {
    let scene = try Self.scene(seed: seed, shifted: seed % 2 == 1)
    let population = try Self.apportioned(scene)
    #expect(population.method == .apportion)
    var found: [[Double]] = Array(repeating: Array(repeating: 0, count: scene.y.count), count: scene.x.count)
    for cell in population.matrix.cells { found[cell.x][cell.y] = cell.mass }
    let context = GEOSContext()
    for i in 0..<scene.x.count {
      let left = try GEOSGeometry(area: i, of: scene.x.geometry, in: context)
      for j in 0..<scene.y.count {
        let common = try left.intersection(GEOSGeometry(area: j, of: scene.y.geometry, in: context))
        var people = 0.0
        for (brick, count) in scene.bricks.people.enumerated() {
          let cell = try GEOSGeometry(area: brick, of: scene.bricks.layer.geometry, in: context)
          people += count * (try cell.intersection(common).area()) / (try cell.area())
        }
        #expect(abs(found[i][j] - people) < 1e-3, "seed \(seed), pair \(i) \(j)")
      }
    }
  }

  @Test(arguments: 0..<12 as Range<UInt64>) func everybodyIsInAPairOrOutside(seed: UInt64) throws {
    let scene = try Self.scene(seed: seed, shifted: seed % 2 == 1)
    let everybody = scene.bricks.total
    let x = Membership(
      areas: try OverlapEngine.table(scene.bricks.layer.geometry, scene.x.geometry, jobs: 1), method: .largest
    )
    let y = Membership(
      areas: try OverlapEngine.table(scene.bricks.layer.geometry, scene.y.geometry, jobs: 1), method: .largest
    )
    for population in [
      PopulationOverlap(scene.bricks, x: x, y: y, method: .largest), try Self.apportioned(scene),
    ] {
      let matrix = population.matrix
      let name = "seed \(seed), \(population.method)"
      #expect(abs(matrix.xTotals.reduce(0, +) + population.xOutside - everybody) < 1e-2, "\(name)")
      #expect(abs(matrix.yTotals.reduce(0, +) + population.yOutside - everybody) < 1e-2, "\(name)")
      // X covers all bricks: whoever is in Y is in a pair, whoever is not is left over from X.
      #expect(abs(matrix.total + population.yOutside - everybody) < 1e-2, "\(name)")
      let left = (0..<scene.x.count).reduce(0) { $0 + matrix.xUncovered($1) }
      #expect(abs(matrix.total + left - everybody) < 1e-2, "\(name)")
      #expect(population.xOutside < 1e-2, "\(name)")
      if seed % 2 == 1 { #expect(population.yOutside > everybody / 10, "\(name)") }
      if population.method == .largest { #expect(population.xStraddling > 0, "\(name)") }
    }
  }

  /// Rows, slivers and leftovers together hold everybody, too.
  @Test(arguments: 0..<6 as Range<UInt64>) func analysisLosesNobody(seed: UInt64) throws {
    let scene = try Self.scene(seed: seed, shifted: seed % 2 == 1)
    var parameters = LayerComparison.Parameters()
    parameters.sliverWidth = 300
    parameters.minimumShare = 0.1
    let analysis = try LayerComparison(
      x: scene.x, y: scene.y, table: scene.table, population: Self.apportioned(scene), parameters: parameters)
    let pairs = analysis.rows.reduce(0) { $0 + ($1.people ?? 0) }
    let left = analysis.leftovers.filter { $0.x != nil }.reduce(0) { $0 + ($1.people ?? 0) }
    let all = pairs + analysis.slivers.people + analysis.belowMinimum.people + left
    #expect(abs(all - scene.bricks.total) < 1e-2, "seed \(seed)")
  }

  @Test func peopleOutsideAreReported() throws {
    let x = try TestLayer.make("x", TestLayer.rectangles([[(0, 0, 1000, 1000)]]))
    let y = try TestLayer.make("y", TestLayer.rectangles([[(0, 0, 2000, 1000)]]))
    let bricks = try TestLayer.bricks(
      TestLayer.rectangles([[(0, 0, 1000, 1000)], [(1000, 0, 2000, 1000)]]), people: [100, 30])
    let table = try OverlapEngine.table(x.geometry, y.geometry, jobs: 1)
    let analysis = try LayerComparison(
      x: x, y: y, table: table,
      population: PopulationOverlap.apportioned(bricks, x: x, y: y, table: table, jobs: 1))
    #expect(analysis.notices.map(\.message) == ["30 people live in small areas outside the areas of x"])
    #expect(analysis.rows.count == 1)
    #expect(analysis.rows[0].people == 100 && analysis.rows[0].xPeopleShare == 1)
    #expect(agree(analysis.rows[0].yPeopleShare ?? 0, 100 / 130.0))
    #expect(analysis.leftovers.map(\.people) == [30])
  }

  /// A lookup can put people into a pair that has no area in common; it is listed, not dropped.
  @Test func aLookupKnowsPairsThatTheBoundariesDoNot() throws {
    let x = try TestLayer.make("x", TestLayer.rectangles([[(0, 0, 1000, 1000)], [(1000, 0, 2000, 1000)]]))
    let table = try OverlapEngine.table(x.geometry, x.geometry, jobs: 1)
    let bricks = try TestLayer.bricks(
      TestLayer.rectangles([[(0, 0, 1000, 1000)], [(1000, 0, 2000, 1000)]]), people: [100, 30])
    let first = Membership([[.init(unit: 0, share: 1)], [.init(unit: 1, share: 1)]], unitCount: 2)
    let second = Membership([[.init(unit: 0, share: 1)], [.init(unit: 0, share: 1)]], unitCount: 2)
    let analysis = try LayerComparison(
      x: x, y: x, table: table,
      population: PopulationOverlap(bricks, x: first, y: second, method: .lookup))
    #expect(analysis.rows.map { [$0.x, $0.y] } == [[0, 0], [1, 0], [1, 1]])
    #expect(analysis.rows.map(\.people) == [100, 30, 0])
    #expect(analysis.rows[1].area == 0 && analysis.rows[1].xPeopleShare == 1)
    #expect(analysis.matrix.total == 130)
  }
}
