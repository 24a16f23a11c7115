import Footprints
import Testing

/// The connected parts of common parts, against hand calculations.
@Suite struct OverlapPartsTests {
  typealias Ring = [(Double, Double)]

  private func box(_ left: Double, _ bottom: Double, _ right: Double, _ top: Double) -> Ring {
    [(left, bottom), (right, bottom), (right, top), (left, top), (left, bottom)]
  }

  private func layer(_ polygons: [[Ring]]) throws -> PreparedLayer {
    try PreparedLayer("layer", codes: ["A"], areas: MultiPolygonArray(multiPolygons: [polygons]), jobs: 1)
  }

  private func parts(_ x: [[Ring]], _ y: [[Ring]]) throws -> [OverlapPart] {
    let (x, y) = (try layer(x), try layer(y))
    let table = try OverlapEngine.table(x, y, jobs: 1)
    let parts = try OverlapEngine.parts(of: table.pairs, in: table, x: x, y: y, jobs: 1)
    #expect(parts.count == table.pairs.count)
    #expect(abs(parts.joined().reduce(0) { $0 + $1.area } - table.pairs.reduce(0) { $0 + $1.area }) < 1e-6)
    return Array(parts.joined())
  }

  /// A bar across both arms of a U.
  @Test func twoArmsAreTwoParts() throws {
    let letter: Ring = [
      (0, 0), (500, 0), (500, 400), (400, 400), (400, 100), (100, 100), (100, 400), (0, 400), (0, 0),
    ]
    let parts = try parts([[letter]], [[box(-100, 200, 700, 300)]])
    #expect(parts.map(\.area) == [10_000, 10_000])
    #expect(parts.map(\.perimeter) == [400, 400])
    #expect(parts.map(\.centroid) == [Coordinate(50, 250), Coordinate(450, 250)])
    #expect(parts.map(\.meanWidth) == [50, 50])
  }

  /// A hole belongs to the part around it.
  @Test func aHoleCountsInItsPart() throws {
    let parts = try parts(
      [[box(0, 0, 400, 400), box(100, 100, 200, 200).reversed()], [box(1000, 0, 1100, 100)]],
      [[box(-10, -10, 2000, 300)]])
    #expect(parts.map(\.area) == [110_000, 10_000])
    #expect(parts.map(\.perimeter) == [1400 + 400, 400])
  }

  /// The border that both lie on connects two parts by a thread of no width, whichever way the layers are displaced.
  @Test(arguments: [(1.0, 1.0), (1, -1), (-1, 1), (-1, -1)])
  func aCommonBorderConnectsNothing(scale: (Double, Double)) throws {
    func turned(_ ring: Ring) -> Ring { ring.map { ($0.0 * scale.0, $0.1 * scale.1) } }
    // Two bumps of Y reach over the border y = 0, which X has from 0 to 1,000 and Y between the bumps.
    let comb: Ring = [
      (0, 0), (0, 50), (100, 50), (100, 0), (900, 0), (900, 70), (1000, 70), (1000, 0), (1000, -100),
      (0, -100), (0, 0),
    ]
    let parts = try parts([[turned(box(0, 0, 1000, 500))]], [[turned(comb)]])
    #expect(parts.map(\.area).sorted() == [5000, 7000])
    #expect(parts.map(\.perimeter).sorted() == [300, 340])
  }

  /// Squares that meet at a corner.
  @Test func partsThatTouchAtAPointAreTwo() throws {
    let corners = [[box(0, 0, 100, 100)], [box(100, 100, 200, 200)]]
    #expect(try parts(corners, [[box(-50, -50, 300, 300)]]).map(\.area) == [10_000, 10_000])
  }

  @Test func whatOnlyTouchesHasNoParts() throws {
    #expect(try parts([[box(0, 0, 100, 100)]], [[box(100, 0, 200, 100)]]).isEmpty)
  }
}
