// The system's own arc tangent: Foundation would cost start-up time for one function.
#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// The direction from one position to another in the plane of a projected reference system.
public struct Bearing: Sendable, Hashable {
  /// Degrees clockwise from grid north, 0 up to but not 360.
  public let degrees: Double

  /// The direction from one position to another; nil where they are less than a metre apart.
  public init?(from start: Coordinate, to end: Coordinate) {
    let (dx, dy) = (end.x - start.x, end.y - start.y)
    guard dx * dx + dy * dy >= 1 else { return nil }
    let angle = atan2(dx, dy) * 180 / .pi
    let turned = angle < 0 ? angle + 360 : angle
    degrees = turned >= 360 ? 0 : turned
  }

  /// The nearest of the eight points of the compass: "north-east".
  public var compassPoint: String {
    let points = ["north", "north-east", "east", "south-east", "south", "south-west", "west", "north-west"]
    // Degrees are 0 up to 360, so that the place is 0 to 8.
    return points[Int((degrees / 45).rounded()) % 8]
  }
}
