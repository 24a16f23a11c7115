import Testing

@testable import Footprints

@Suite struct CoverageRepairTests {
  private typealias Ring = [(Double, Double)]

  private static func repair(
    _ areas: [[Ring]], within distance: Double = 1, jobs: Int = 2
  ) throws -> CoverageRepair {
    let geometry = try MultiPolygonArray(polygons: areas)
    return try CoverageRepair(
      of: GridLayer(geometry, grid: IntegerGrid(covering: geometry, jobs: 1), jobs: 1), within: distance,
      jobs: jobs)
  }

  private static func areas(_ repair: CoverageRepair) -> [Double] {
    (0..<repair.geometry.count).map { (repair.geometry.area(of: $0) * 1e6).rounded() / 1e6 }
  }

  /// A block of 100 m by 100 m around which the others lie.
  private static let below: Ring = [(0, 0), (200, 0), (200, 100), (0, 100)]

  /// 0.5 m by 100 m between two areas, closed by a third below and a fourth above. Both have the same length of its outline.
  @Test func gapGoesToTheFirstOfTwoNeighbours() throws {
    let found = try Self.repair([
      [Self.below], [[(0, 100), (99.75, 100), (99.75, 200), (0, 200)]],
      [[(100.25, 100), (200, 100), (200, 200), (100.25, 200)]],
      [[(0, 200), (200, 200), (200, 300), (0, 300)]],
    ])
    #expect(Self.areas(found) == [20_000, 10_025, 9_975, 20_000])
    #expect(found.changes.map(\.fault) == [.gap])
    #expect(found.changes[0].area == 50 && abs(found.changes[0].move - 0.5) < 1e-9)
    #expect(found.moves == [0, found.changes[0].move, 0, 0])
    #expect(found.coverage.isExact && found.coverage.gaps.count == 0)
  }

  @Test func gapWiderThanADistanceStays() throws {
    let areas: [[Ring]] = [
      [Self.below], [[(0, 100), (99, 100), (99, 200), (0, 200)]],
      [[(101, 100), (200, 100), (200, 200), (101, 200)]], [[(0, 200), (200, 200), (200, 300), (0, 300)]],
    ]
    let found = try Self.repair(areas, within: 1.5)
    #expect(found.changes.isEmpty && Self.areas(found) == [20_000, 9_900, 9_900, 20_000])
    #expect(try Self.areas(Self.repair(areas, within: 2)) == [20_000, 10_100, 9_900, 20_000])
  }

  /// Two areas lie over each other on 0.5 m by 100 m.
  @Test func overlapGoesToOne() throws {
    let found = try Self.repair([
      [[(0, 0), (100.5, 0), (100.5, 100), (0, 100)]], [[(100, 0), (200, 0), (200, 100), (100, 100)]],
    ])
    #expect(Self.areas(found) == [10_050, 9_950])
    #expect(found.changes.map(\.fault) == [.overlap] && found.changes[0].from == 1)
    #expect(found.coverage.isExact)
  }

  /// A triangle of the second area reaches 1 m into the first: inside the first it has the longer border.
  @Test func overlapGoesWhereItsBorderIsLonger() throws {
    let found = try Self.repair([
      [[(0, 0), (100, 0), (100, 100), (0, 100)]],
      [[(100, 0), (200, 0), (200, 100), (100, 100), (100, 52), (99, 50), (100, 48)]],
    ])
    #expect(Self.areas(found) == [10_000, 10_000])
    #expect(found.changes.map(\.to) == [0])
  }

  /// The circle of its size has a radius of 0.56 m, and its box half a width of 0.5 m.
  @Test func holesThatNobodyCouldStandInAreFilled() throws {
    let areas: [[Ring]] = [
      [[(0, 0), (100, 0), (100, 100), (0, 100)], [(50, 50), (50, 51), (51, 51), (51, 50)]]
    ]
    let found = try Self.repair(areas, within: 0.5)
    #expect(Self.areas(found) == [10_000] && found.changes.map(\.fault) == [.pinhole])
    #expect(found.changes[0].move == 0.5)
    #expect(try Self.areas(Self.repair(areas, within: 0.49)) == [9_999])
  }

  @Test func neighboursGetTheirVerticesInCommon() throws {
    let found = try Self.repair([
      [Self.below], [[(0, 100), (100, 100), (100, 200), (0, 200)]],
      [[(100, 100), (200, 100), (200, 200), (100, 200)]],
    ])
    #expect(found.changes.isEmpty && found.coverage.isExact)
    #expect(found.geometry.vertices(ofArea: 0).count == 6)
    #expect(found.moves == [0, 0, 0])
  }

  /// One area twice, and one within another: whoever lost would be gone.
  @Test func noAreaIsLost() throws {
    let square: Ring = [(0, 0), (1, 0), (1, 1), (0, 1)]
    #expect(try Self.areas(Self.repair([[square], [square]], within: 10)) == [1, 1])
    #expect(
      try Self.areas(Self.repair([[[(-1, -1), (2, -1), (2, 2), (-1, 2)]], [square]], within: 10)) == [9, 1])
  }

  /// Three areas lie over each other in a strip that is 0.3 m wide.
  @Test func groundInThreeAreasGoesToOne() throws {
    let found = try Self.repair([
      [[(0, 0), (100.3, 0), (100.3, 100), (0, 100)]], [[(100, 0), (200, 0), (200, 100), (100, 100)]],
      [[(100, -100), (200, -100), (200, 0), (100.3, 0), (100.3, 50), (100, 50)]],
    ])
    #expect(found.coverage.overlaps.isEmpty && found.coverage.gaps.count == 0)
    let total = Self.areas(found).reduce(0, +)
    #expect(abs(total - 30_000) < 1e-3)
  }

  /// Each cell of a board has corners of its own, up to 0.3 m from those of its neighbours.
  @Test(arguments: 1...60) func damagedBoardsBecomeCoverages(seed: UInt64) throws {
    var random = RandomLayers(random: SeededGenerator(seed: seed), step: 0.001, size: 1000)
    let board = random.board(side: 5)
    let share = random.number(0.02...0.5)
    let cells = (0..<25).map { number -> [Ring] in
      [
        board.cell(number).map { corner in
          let isOuter = [corner.0, corner.1].contains { $0 == 0 || $0 == 1000 }
          guard !isOuter, random.chance(share) else { return corner }
          return (
            corner.0 + random.snap(random.number(-0.2...0.2)),
            corner.1 + random.snap(random.number(-0.2...0.2))
          )
        }
      ]
    }
    let before = try MultiPolygonArray(polygons: cells)
    let grid = IntegerGrid(covering: before, jobs: 1)
    let layer = try GridLayer(before, grid: grid, jobs: 1)
    let found = try CoverageRepair(of: layer, within: 2, jobs: 2)
    #expect(found.coverage.isExact && found.coverage.gaps.count == 0, "seed \(seed)")
    let total = (0..<25).reduce(0.0) { $0 + found.geometry.area(of: $1) }
    #expect(abs(total - 1e6) < 1e-3, "seed \(seed)")
    #expect(try OverlapKernel.invalidAreas(of: found.gridded, jobs: 1).isEmpty, "seed \(seed)")
    #expect(try CoverageRepair(of: layer, within: 2, jobs: 1).geometry == found.geometry, "seed \(seed)")
    let again = try CoverageRepair(of: found.gridded, within: 2, jobs: 1)
    #expect(again.changes.isEmpty && again.geometry == found.geometry, "seed \(seed)")
    // No border has gone further than it says.
    let agreement = try BoundaryAgreement(layer, found.gridded, within: 0, jobs: 1)
    let furthest = [agreement.x.all.furthest, agreement.y.all.furthest].compactMap(\.?.distance).max() ?? 0
    #expect(furthest <= (found.moves.max() ?? 0) + 1e-5, "seed \(seed)")
    let gone = found.changes.reduce(0.0) { $0 + $1.area }
    let changed = (0..<25).reduce(0.0) { $0 + abs(found.geometry.area(of: $1) - before.area(of: $1)) }
    #expect(changed <= gone + 0.01, "seed \(seed)")
  }
}
