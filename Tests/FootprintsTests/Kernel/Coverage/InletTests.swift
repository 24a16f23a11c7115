import Testing

@testable import Footprints

/// Narrow ground between areas that is open to the outside.
@Suite struct InletTests {
  private typealias Ring = [(Double, Double)]

  private static func layer(_ geometry: MultiPolygonArray) throws -> GridLayer {
    try GridLayer(geometry, grid: IntegerGrid(covering: geometry, jobs: 1), jobs: 1)
  }

  private static func repair(_ areas: [[Ring]], within distance: Double = 1) throws -> CoverageRepair {
    let layer = try layer(MultiPolygonArray(polygons: areas))
    let found = try CoverageRepair(of: layer, within: distance, jobs: 2)
    let one = try CoverageRepair(of: layer, within: distance, jobs: 1)
    #expect(one.geometry == found.geometry && one.moves == found.moves)
    let again = try CoverageRepair(of: found.gridded, within: distance, jobs: 1)
    #expect(again.changes.isEmpty && again.geometry == found.geometry)
    #expect(found.changes.allSatisfy { $0.move <= distance })
    #expect(try OverlapKernel.invalidAreas(of: found.gridded, jobs: 1).isEmpty)
    return found
  }

  private static func areas(_ repair: CoverageRepair) -> [Double] {
    (0..<repair.geometry.count).map { (repair.geometry.area(of: $0) * 1e4).rounded() / 1e4 }
  }

  private static let below: Ring = [(0, 0), (200, 0), (200, 100), (0, 100)]

  /// 0.5 m by 100 m between two areas above a third, open at its upper end.
  @Test func anInletBetweenTwoAreasIsClosed() throws {
    let found = try Self.repair([
      [Self.below], [[(0, 100), (99.75, 100), (99.75, 200), (0, 200)]],
      [[(100.25, 100), (200, 100), (200, 200), (100.25, 200)]],
    ])
    #expect(Self.areas(found) == [20_000, 10_025, 9_975])
    #expect(found.changes.map(\.fault) == [.gap] && found.changes.map(\.to) == [1])
    #expect(abs(found.changes[0].area - 50) < 1e-6 && abs(found.changes[0].move - 0.5) < 1e-6)
    #expect(found.coverage.isExact && found.coverage.gaps.count == 0)
    // No vertices but those that were there, and each in all rings that run through it.
    #expect(found.geometry.coordinates.count == 7 + 7 + 5)
  }

  /// The same without the third, so that it is open at both ends, with vertices on one side only.
  @Test func aStripOpenAtBothEndsIsClosed() throws {
    let found = try Self.repair([
      [[(0, 100), (99.75, 100), (99.75, 130), (99.75, 170), (99.75, 200), (0, 200)]],
      [[(100.25, 100), (200, 100), (200, 200), (100.25, 200)]],
    ])
    #expect(Self.areas(found) == [10_025, 9_975])
    #expect(found.moves[0] > 0.499 && found.moves[0] < 0.501 && found.moves[1] == 0)
    #expect(found.coverage.isExact)
    #expect(found.geometry.coordinates.count == 7 + 5)
  }

  /// One area reaches further out than the other: the strip ends where the shorter one does.
  @Test func anInletEndsWhereOneSideDoes() throws {
    let found = try Self.repair([
      [Self.below], [[(0, 100), (99.75, 100), (99.75, 180), (0, 180)]],
      [[(100.25, 100), (200, 100), (200, 200), (100.25, 200)]],
    ])
    let ground = found.changes.reduce(0) { $0 + $1.area }
    #expect(found.changes.map(\.fault) == [.gap] && abs(ground - 40) < 1e-3)
    #expect(found.coverage.isExact && found.coverage.inlets.ground.count == 0)
  }

  /// Two borders part at a small angle, as on both sides of a river's mouth.
  @Test func bordersThatPartAreLeft() throws {
    let areas: [[Ring]] = [
      [Self.below], [[(0, 100), (100, 100), (100, 200), (0, 200)]],
      [[(100, 100), (200, 100), (200, 200), (103, 200)]],
    ]
    #expect(try Self.repair(areas).changes.isEmpty)
    // Where they are allowed to move that far, nothing tells the wedge from a strip.
    #expect(try Self.areas(Self.repair(areas, within: 3.5)) == [20_000, 10_000, 10_000])
  }

  /// A strip between two borders that part beyond its end ends there.
  @Test(arguments: [0.0, 40, 80, 95]) func aStripEndsWhereItsBordersPart(x: Double) throws {
    let found = try Self.repair([
      [Self.below], [[(0, 100), (99.75, 100), (99.75, 180), (x, 200), (0, 200)]],
      [[(100.25, 100), (200, 100), (200, 200), (100.25, 200)]],
    ])
    let ground = found.changes.reduce(0) { $0 + $1.area }
    #expect(found.changes.map(\.fault) == [.gap] && abs(ground - 40) < 0.2, "\(ground)")
    #expect(found.coverage.isExact)
  }

  @Test func anOrdinaryCornerIsLeft() throws {
    for x in [120.0, 150, 200, 300] {
      let found = try Self.repair([
        [Self.below], [[(0, 100), (100, 100), (100, 200), (0, 200)]], [[(100, 100), (200, 100), (x, 200)]],
      ])
      #expect(found.changes.isEmpty, "\(x)")
    }
  }

  @Test func anInletWiderThanTheDistanceIsLeft() throws {
    let areas: [[Ring]] = [
      [Self.below], [[(0, 100), (99, 100), (99, 200), (0, 200)]],
      [[(101, 100), (200, 100), (200, 200), (101, 200)]],
    ]
    #expect(try Self.repair(areas, within: 1.9).changes.isEmpty)
    #expect(try Self.areas(Self.repair(areas, within: 2.1)) == [20_000, 10_100, 9_900])
  }

  /// The corners at the mouth do not lie quite opposite of each other, and the mouth ends at both all the same.
  @Test(arguments: [-0.01, -1e-4, 1e-4, 0.01]) func mouthsEndAtCorners(step: Double) throws {
    let found = try Self.repair([
      [Self.below], [[(0, 100), (99.75, 100), (99.75, 200), (0, 200 - 10 * step)]],
      [[(100.25, 100), (200, 100), (200, 200), (100.25, 200 + step)]],
    ])
    #expect(found.changes.count == 1 && found.coverage.isExact)
    #expect(found.geometry.coordinates.count == 7 + 7 + 5)
  }

  /// Within one area an inlet is its own shape, however narrow.
  @Test func anInletWithinOneAreaIsLeft() throws {
    let found = try Self.repair([
      [[(0, 0), (100, 0), (100, 50.25), (20, 50.25), (20, 50.75), (100, 50.75), (100, 100), (0, 100)]],
      [[(0, 100), (100, 100), (100, 200), (0, 200)]],
    ])
    #expect(found.changes.isEmpty)
  }

  /// A lake between two areas, from which a strip leads on between them: both are one gap, which stays as a whole.
  @Test func narrowEndsOfGapsAreLeft() throws {
    let found = try Self.repair([
      [Self.below],
      [[(0, 100), (99.75, 100), (99.75, 150), (80, 160), (80, 180), (100, 200), (0, 200)]],
      [[(100.25, 100), (200, 100), (200, 200), (100, 200), (120, 180), (120, 160), (100.25, 150)]],
    ])
    #expect(found.changes.isEmpty && found.coverage.inlets.ground.count == 0)
    #expect(found.coverage.gaps.count == 1 && found.coverage.gaps.area(of: 0) > 900)
  }

  /// A creek that is narrow in two places on its way inland is not dammed up, and a strip that is too wide in one place is filled on
  /// both sides of it.
  @Test(arguments: [(4.0, 2, 0), (1.3, 0, 1)])
  func openWaterIsNotEnclosed(width: Double, left: Int, gaps: Int) throws {
    let found = try Self.repair([
      [Self.below],
      [[(0, 100), (99.75, 100), (99.75, 130), (99.75, 140), (99.75, 200), (0, 200)]],
      [
        [
          (100.25, 100), (200, 100), (200, 200), (100.25, 200), (100.25, 160), (99.75 + width, 158),
          (99.75 + width, 142), (100.25, 140),
        ]
      ],
    ])
    #expect(found.coverage.gaps.count == gaps && found.coverage.inlets.ground.count == 0)
    #expect((found.changes.isEmpty ? 2 : 0) == left)
  }

  /// Three areas, of which no two touch.
  @Test func stripsBetweenThreeAreasAreDivided() throws {
    let found = try Self.repair([
      [[(0, 0), (200, 0), (200, 99.5), (0, 99.5)]], [[(0, 100), (99.75, 100), (99.75, 200), (0, 200)]],
      [[(100.25, 100), (200, 100), (200, 200), (100.25, 200)]],
    ])
    let total = Self.areas(found).reduce(0, +)
    #expect(abs(total - 40_000) < 1e-3, "\(total)")
    #expect(found.coverage.isExact && found.coverage.gaps.count == 0)
  }

  /// Each cell of a board has corners of its own, up to 0.3 m from those of its neighbours, also at the outer edge.
  @Test(arguments: 1...60) func damagedBoardsBecomeCoverages(seed: UInt64) throws {
    var random = RandomLayers(random: SeededGenerator(seed: seed), step: 0.001, size: 1000)
    let board = random.board(side: 5)
    let share = random.number(0.02...0.5)
    let cells = (0..<25).map { number -> [Ring] in
      [
        board.cell(number).map { corner in
          guard random.chance(share) else { return corner }
          return (
            corner.0 + random.snap(random.number(-0.2...0.2)),
            corner.1 + random.snap(random.number(-0.2...0.2))
          )
        }
      ]
    }
    let before = try MultiPolygonArray(polygons: cells)
    let layer = try Self.layer(before)
    let found = try CoverageRepair(of: layer, within: 2, jobs: 2)
    #expect(found.coverage.isExact && found.coverage.gaps.count == 0, "seed \(seed)")
    #expect(found.coverage.inlets.ground.count == 0, "seed \(seed)")
    #expect(try OverlapKernel.invalidAreas(of: found.gridded, jobs: 1).isEmpty, "seed \(seed)")
    #expect(try CoverageRepair(of: layer, within: 2, jobs: 1).geometry == found.geometry, "seed \(seed)")
    let again = try CoverageRepair(of: found.gridded, within: 2, jobs: 1)
    #expect(again.changes.isEmpty && again.geometry == found.geometry, "seed \(seed)")
    // All ground is what it was and what is listed; what lay in three areas can have been a gap in between.
    let union = try GEOSGeometry(polygons: 0..<25, of: before, in: GEOSContext()).union().area()
    let total = (0..<25).reduce(0) { $0 + found.geometry.area(of: $1) }
    let listed = found.changes.reduce(0) { $0 + ($1.from == nil ? $1.area : 0) }
    #expect(total - union < listed + 0.01 && total - union > listed - 0.1, "seed \(seed)")
    // No border has gone further than it says.
    let agreement = try BoundaryAgreement(layer, found.gridded, within: 0, jobs: 1)
    let furthest = [agreement.x.all.furthest, agreement.y.all.furthest].compactMap(\.?.distance).max() ?? 0
    #expect(furthest <= (found.moves.max() ?? 0) + 1e-5 && furthest <= 2, "seed \(seed)")
  }

  /// The order of areas decides ties alone, and here there are none.
  @Test func orderChangesNothing() throws {
    let areas: [[Ring]] = [
      [Self.below], [[(0, 100), (99.75, 100), (99.75, 200), (0, 200)]],
      [[(100.25, 100), (200, 100), (200, 200), (100.25, 200), (100.25, 150), (100.2, 149)]],
    ]
    let found = try Self.repair(areas)
    let turned = try Self.repair(areas.reversed())
    #expect(found.changes.count == 1)
    #expect(Self.areas(found) == Self.areas(turned).reversed())
  }
}
