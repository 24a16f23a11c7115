import Footprints
import Testing

@Suite struct BearingTests {
  private let start = Coordinate(430_000, 180_000)

  private func direction(_ dx: Double, _ dy: Double) -> Bearing? {
    Bearing(from: start, to: Coordinate(start.x + dx, start.y + dy))
  }

  @Test(
    arguments: [
      (0, 100, 0, "north"), (100, 100, 45, "north-east"), (100, 0, 90, "east"),
      (100, -100, 135, "south-east"),
      (0, -100, 180, "south"), (-100, -100, 225, "south-west"), (-100, 0, 270, "west"),
      (-100, 100, 315, "north-west"),
    ] as [(Double, Double, Double, String)])
  func pointsOfTheCompass(dx: Double, dy: Double, degrees: Double, name: String) throws {
    let bearing = try #require(direction(dx, dy))
    #expect(abs(bearing.degrees - degrees) < 1e-9)
    #expect(bearing.compassPoint == name)
  }

  /// Every point reaches 22.5 degrees to either side; north goes on beyond 360.
  @Test(arguments: [
    (22, "north"), (23, "north-east"), (67, "north-east"), (68, "east"), (112, "east"), (113, "south-east"),
    (157, "south-east"), (158, "south"), (202, "south"), (203, "south-west"), (247, "south-west"),
    (248, "west"),
    (292, "west"), (293, "north-west"), (337, "north-west"), (338, "north"), (359.99, "north"),
    (0.01, "north"),
  ])
  func halfWayToTheNext(degrees: Double, name: String) throws {
    // Summed here, so that the test does not rely on the functions that Bearing uses.
    let steps = Self.step(degrees)
    let bearing = try #require(direction(steps.dx, steps.dy))
    #expect(abs(bearing.degrees - degrees) < 1e-6)
    #expect(bearing.compassPoint == name)
  }

  @Test func aPlaceHasNoDirectionToItself() {
    #expect(direction(0, 0) == nil)
    #expect(direction(0.7, 0.7) == nil)
    #expect(direction(0, 1)?.degrees == 0)
    #expect(direction(.nan, 5) == nil)
    #expect(Bearing(from: Coordinate(.infinity, 0), to: Coordinate(.infinity, 0)) == nil)
  }

  /// A hair to the west of north is so near to 360 that it rounds to it, which is 0.
  @Test func northIsNeverThreeHundredAndSixty() throws {
    let bearing = try #require(Bearing(from: Coordinate(1e-20, 0), to: Coordinate(0, 100)))
    #expect(bearing.degrees == 0)
    #expect(bearing.compassPoint == "north")
  }

  /// A step of a kilometre in a direction, by the series of sine and cosine.
  private static func step(_ degrees: Double) -> (dx: Double, dy: Double) {
    let angle = degrees * .pi / 180
    var (sine, cosine) = (0.0, 0.0)
    var term = 1.0
    for power in 0..<60 {
      switch power % 4 {
      case 0: cosine += term
      case 1: sine += term
      case 2: cosine -= term
      default: sine -= term
      }
      term *= angle / Double(power + 1)
    }
    return (1000 * sine, 1000 * cosine)
  }
}
