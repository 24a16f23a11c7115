import Footprints
import Testing

@Suite struct CentroidTests {
  /// A ring around a rectangle, counter-clockwise unless it is reversed.
  private static func ring(
    _ left: Double, _ bottom: Double, _ right: Double, _ top: Double, reversed: Bool = false
  ) -> [Coordinate] {
    let ring = [
      Coordinate(left, bottom), Coordinate(right, bottom), Coordinate(right, top), Coordinate(left, top),
      Coordinate(left, bottom),
    ]
    return reversed ? ring.reversed() : ring
  }

  /// One area of polygons, each an exterior and its holes.
  private static func area(_ polygons: [[[Coordinate]]], moved: Double = 0) -> MultiPolygonArray {
    var array = MultiPolygonArray()
    for polygon in polygons {
      for ring in polygon {
        for vertex in ring { array.append(Coordinate(vertex.x + moved, vertex.y + moved)) }
        array.endRing()
      }
      array.endPolygon()
    }
    array.endArea()
    return array
  }

  private func expect(
    _ array: MultiPolygonArray, _ x: Double, _ y: Double, within tolerance: Double = 1e-12,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let centroid = try #require(array.centroid(of: 0), sourceLocation: sourceLocation)
    #expect(
      abs(centroid.x - x) <= tolerance && abs(centroid.y - y) <= tolerance, "\(centroid)",
      sourceLocation: sourceLocation)
  }

  @Test(arguments: [false, true])
  func aSquareHasItInTheMiddle(reversed: Bool) throws {
    try expect(Self.area([[Self.ring(1, 2, 3, 6, reversed: reversed)]]), 2, 4)
  }

  @Test func aTriangleHasItAtTheMeanOfItsCorners() throws {
    let ring = [Coordinate(0, 0), Coordinate(6, 0), Coordinate(0, 3), Coordinate(0, 0)]
    try expect(Self.area([[ring]]), 2, 1)
  }

  /// 4 x 4 with a hole of 1 x 1 in a corner: (16 * 2 - 1 * 0.5) / 15.
  @Test(arguments: [false, true], [false, true])
  func aHoleIsSubtractedWhicheverWayItRuns(exterior: Bool, hole: Bool) throws {
    let array = Self.area([
      [Self.ring(0, 0, 4, 4, reversed: exterior), Self.ring(0, 0, 1, 1, reversed: hole)]
    ])
    try expect(array, 31.5 / 15, 31.5 / 15)
  }

  /// A part of 3 at 0.5 and a part of 1 at 10.5, the second the other way round.
  @Test func partsCountByTheirSize() throws {
    let array = Self.area([[Self.ring(0, 0, 1, 3)], [Self.ring(10, 1, 11, 2, reversed: true)]])
    try expect(array, 3, 1.5)
  }

  /// The origin of coordinates may lie a thousand kilometres away and costs no digits.
  @Test(arguments: [430_000, 1e6, 2e7])
  func farFromTheOrigin(moved: Double) throws {
    let array = Self.area([[Self.ring(0, 0, 4, 4), Self.ring(0, 0, 1, 1)]], moved: moved)
    try expect(array, moved + 2.1, moved + 2.1, within: 1e-8)
  }

  @Test func whatHasNoSizeHasNone() {
    #expect(Self.area([]).centroid(of: 0) == nil)
    #expect(Self.area([[[Coordinate(0, 0), Coordinate(5, 5), Coordinate(0, 0)]]]).centroid(of: 0) == nil)
    #expect(Self.area([[Self.ring(0, 0, 1, 1), Self.ring(0, 0, 1, 1)]]).centroid(of: 0) == nil)
  }

  @Test func everyAreaHasItsOwn() throws {
    var array = Self.area([[Self.ring(0, 0, 2, 2)]])
    array.append(contentsOf: Self.area([[Self.ring(10, 10, 12, 12)]]))
    #expect(array.centroid(of: 1) == Coordinate(11, 11))
  }
}
