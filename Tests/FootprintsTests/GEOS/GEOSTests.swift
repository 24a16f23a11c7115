import Footprints
import Testing

@Suite struct GEOSTests {
  /// A square with its lower left corner at (x, y).
  static func square(_ x: Double, _ y: Double, _ side: Double) -> MultiPolygonArray {
    var array = MultiPolygonArray()
    for (dx, dy) in [(0.0, 0.0), (side, 0), (side, side), (0, side), (0, 0)] {
      array.append(Coordinate(x + dx, y + dy))
    }
    array.endRing()
    array.endPolygon()
    array.endArea()
    return array
  }

  @Test func coordinateIsTwoDoubles() {
    #expect(MemoryLayout<Coordinate>.size == 16)
    #expect(MemoryLayout<Coordinate>.stride == 16)
  }

  @Test func intersectionOfTwoSquares() throws {
    let context = GEOSContext()
    let a = try GEOSGeometry(area: 0, of: Self.square(0, 0, 2), in: context)
    let b = try GEOSGeometry(area: 0, of: Self.square(1, 1, 2), in: context)
    let both = try a.intersection(b)
    #expect(try both.area() == 1)
    #expect(try both.length() == 4)
    var out = MultiPolygonArray()
    try both.appendArea(to: &out)
    #expect(out.count == 1 && out.ringCount == 1 && out.coordinates.count == 5)
  }

  @Test func bowTieIsInvalidAndRepaired() throws {
    var array = MultiPolygonArray()
    for c in [(0.0, 0.0), (2, 2), (2, 0), (0, 2), (0, 0)] { array.append(Coordinate(c.0, c.1)) }
    array.endRing()
    array.endPolygon()
    array.endArea()
    let geometry = try GEOSGeometry(area: 0, of: array, in: GEOSContext())
    #expect(try geometry.invalidReason() == "Self-intersection[1 1]")
    let found = try geometry.validityFault()
    #expect(found?.fault == .selfIntersection && found?.location == Coordinate(1, 1))
    let valid = try geometry.madeValid()
    #expect(try valid.invalidReason() == nil && valid.validityFault() == nil)
    #expect(try valid.area() == 2)
  }

  /// The words of GEOS, which its source lists in the class TopologyValidationError.
  @Test(arguments: [
    ("Hole lies outside shell", ValidityFault.holeOutsideShell), ("Holes are nested", .nestedHoles),
    ("Interior is disconnected", .disconnectedInterior), ("Self-intersection", .selfIntersection),
    ("Ring Self-intersection", .ringSelfIntersection), ("Nested shells", .nestedShells),
    ("Duplicate Rings", .duplicatedRings), ("Too few points in geometry component", .tooFewPoints),
    ("Invalid Coordinate", .invalidCoordinate), ("Ring is not closed", .ringNotClosed),
    ("Repeated Point", .other("Repeated Point")),
  ])
  func wordsOfGEOS(words: String, fault: ValidityFault) {
    #expect(ValidityFault(wordsOfGEOS: words) == fault)
  }
}
