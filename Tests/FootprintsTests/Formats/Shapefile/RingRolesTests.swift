import Footprints
import Testing

/// Which rings of a record end up as exteriors and which as whose holes.
@Suite struct RingRolesTests {
  /// The polygons of the only record: for each ring its smallest x, the exterior's first.
  private static func polygons(_ rings: [ShapefileFixture.Ring]) throws -> ([[Double]], [String]) {
    let table = try ShapefileReaderTests.read(ShapefileFixture([rings]).shp)
    let geometry = table.geometry
    let found = geometry.polygons(of: 0).map { polygon in
      geometry.rings(of: polygon).map { ring in
        geometry.coordinates[geometry.vertices(of: ring)].map(\.x).min() ?? .nan
      }
    }
    return (found, table.notices.map(\.code).filter { $0 != "no-attributes" })
  }

  private typealias Fixture = ShapefileFixture

  @Test func holesBeforeAndAfterTheirExteriors() throws {
    let (found, notices) = try Self.polygons([
      Fixture.hole(11, 1, 1), Fixture.square(0, 0, 5), Fixture.square(10, 0, 5), Fixture.hole(2, 2, 1),
      Fixture.hole(13, 3, 1),
    ])
    #expect(found == [[0, 2], [10, 11, 13]])
    #expect(notices.isEmpty)
  }

  @Test func islandInALakeOnAnIsland() throws {
    let (found, notices) = try Self.polygons([
      Fixture.hole(3, 3, 1), Fixture.hole(1, 1, 8), Fixture.square(2, 2, 5), Fixture.square(0, 0, 10),
    ])
    #expect(found == [[2, 3], [0, 1]])
    #expect(notices.isEmpty)
  }

  @Test func holeThatTouchesItsExterior() throws {
    let (found, notices) = try Self.polygons([
      Fixture.square(0, 0, 8), [(0, 0), (3, 1), (1, 3), (0, 0)], [(4, 0), (6, 2), (4, 2), (4, 0)],
    ])
    #expect(found == [[0, 0, 4]])
    #expect(notices.isEmpty)
  }

  @Test func holeThatSticksOutAtTheBottomOrTheTopIsStillAHole() throws {
    for y in [-0.5, 7.5] {
      let (found, notices) = try Self.polygons([Fixture.square(0, 0, 8), Fixture.hole(2, y, 1)])
      #expect(found == [[0, 2]], "hole at \(y)")
      #expect(notices.isEmpty)
    }
  }

  @Test func orphanHoleBecomesAnExterior() throws {
    let (found, notices) = try Self.polygons([Fixture.square(0, 0, 2), Fixture.hole(5, 5, 2)])
    #expect(found == [[0], [5]])
    #expect(notices == ["ring-orientation"])
    #expect(try Self.polygons([Fixture.hole(5, 5, 2)]) == ([[5]], ["ring-orientation"]))
  }

  @Test func recordDrawnTheOtherWayRound() throws {
    let (found, notices) = try Self.polygons([
      Fixture.hole(0, 0, 8), Fixture.square(2, 2, 2), Fixture.hole(20, 0, 3),
    ])
    #expect(found == [[0, 2], [20]])
    #expect(notices == ["ring-orientation"])
  }

  @Test func areaDoesNotDependOnTheOrderOfRings() throws {
    let rings = [
      Fixture.square(0, 0, 10), Fixture.hole(1, 1, 8), Fixture.square(2, 2, 5), Fixture.hole(3, 3, 1),
      Fixture.square(30, 0, 4), Fixture.hole(31, 1, 1), Fixture.hole(32.5, 1, 1),
    ]
    for turn in rings.indices {
      let table = try ShapefileReaderTests.read(
        ShapefileFixture([Array(rings[turn...] + rings[..<turn])]).shp)
      #expect(ShapefileReaderTests.area(0, of: table.geometry) == 100 - 64 + 25 - 1 + 16 - 2)
      #expect(table.geometry.polygonCount == 3)
    }
  }
}
