import Footprints
import Testing

@Suite struct EdgeSubdivisionTests {
  /// A border of 1,000 m between two squares gets the same vertices from both sides, and short edges none.
  @Test func neighboursKeepTheirVerticesInCommon() throws {
    let squares = try MultiPolygonArray(
      polygons: [
        [[(0, 0), (100, 7), (100, 1007), (0, 1000)]], [[(100, 7), (200, 3), (200, 1003), (100, 1007)]],
      ])
    let divided = try squares.dividingEdges(longerThan: 300, jobs: 2)
    func vertices(_ area: Int) -> [Coordinate] {
      divided.coordinates[divided.vertices(ofArea: area)].dropLast()
    }
    #expect(vertices(0).count == 4 + 2 * 3 && vertices(1).count == 4 + 2 * 3)
    let shared = Set(vertices(0)).intersection(vertices(1))
    #expect(shared == Set([7, 257, 507, 757, 1007].map { Coordinate(100, $0) }))
    #expect((0..<2).allSatisfy { abs(divided.area(of: $0) - squares.area(of: $0)) < 1e-6 })
    #expect(try squares.dividingEdges(longerThan: 2000, jobs: 1) == squares)
  }
}
