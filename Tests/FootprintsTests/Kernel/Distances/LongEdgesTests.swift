import Testing

@testable import Footprints

@Suite struct LongEdgesTests {
  /// A long area below two, whose upper edge runs past the corner that they share.
  private static let areas: [[[(Double, Double)]]] = [
    [[(0, -1000), (1000, -900), (1000, 100), (0, 0)]],
    [[(0, 0), (400, 40), (400, 1040), (0, 1000)]],
    [[(400, 40), (1000, 100), (1000, 1100), (400, 1040)]],
  ]

  @Test func verticesOnLongEdgesBecomeTheirOwn() throws {
    let areas = try MultiPolygonArray(polygons: Self.areas)
    let noded = try LongEdges(of: areas, longerThan: 1001, jobs: 2).withVerticesNear(1e-6, jobs: 2)
    #expect(noded.coordinates.count == areas.coordinates.count + 1)
    for area in 0..<3 { #expect(abs(noded.area(of: area) - areas.area(of: area)) < 1e-6) }
    let ring = Array(noded.coordinates[noded.vertices(ofArea: 0)])
    let place = try #require(ring.firstIndex(of: Coordinate(400, 40)))
    #expect(
      [ring[place - 1], ring[place + 1]] == [Coordinate(1000, 100), Coordinate(0, 0)])
  }

  @Test func otherEdgesStayAsTheyAre() throws {
    var areas = try MultiPolygonArray(polygons: Self.areas)
    #expect(try LongEdges(of: areas, longerThan: 2000, jobs: 1).isEmpty)
    // The corner is further from the edge than asked for.
    areas = try MultiPolygonArray(
      polygons: Self.areas.map { $0.map { $0.map { $0 == (400, 40) ? (400, 40.001) : $0 } } })
    let long = try LongEdges(of: areas, longerThan: 1001, jobs: 1)
    #expect(try long.withVerticesNear(1e-6, jobs: 1) == areas)
    #expect(try long.withVerticesNear(0.002, jobs: 1) != areas)
  }

  /// The order along the edge is that of the ring, whichever way it runs.
  @Test(arguments: [false, true]) func manyVerticesComeInOrder(isTurned: Bool) throws {
    let steps = (0...10).map { Double($0) * 100 }
    let ring = [(0.0, 0.0), (0, -1000), (1000, -1000), (1000, 0)]
    let areas = try MultiPolygonArray(
      polygons: [[isTurned ? ring.reversed() : ring]]
        + zip(steps, steps.dropFirst()).map { [[($0, 0.0), ($1, 0.0), ($1, 50.0), ($0, 50.0)]] })
    let noded = try LongEdges(of: areas, longerThan: 300, jobs: 2).withVerticesNear(1e-6, jobs: 2)
    #expect(noded.vertices(ofArea: 0).count == 5 + 9)
    #expect(noded.area(of: 0) == areas.area(of: 0))
    let vertices = noded.coordinates[noded.vertices(ofArea: 0)]
    let length = zip(vertices, vertices.dropFirst()).reduce(0) { sum, edge in
      sum + abs(edge.0.x - edge.1.x) + abs(edge.0.y - edge.1.y)
    }
    #expect(length == 4000)
  }
}
