/// A position on Earth in whole millionths of a degree (about 0.1 m), longitude and latitude on WGS 84.
package struct Position: Sendable, Hashable {
  /// Millionths of a degree east of Greenwich.
  package var longitude: Int
  /// Millionths of a degree north of the equator.
  package var latitude: Int
}

/// Where on Earth the plane is placed: at its middle it touches WGS 84 true to scale.
///
/// The map is the sinusoidal one with the two radii of curvature of the ellipsoid at the middle and a cosine
/// by its Taylor series. It needs no projection library (whose results depend on version and installed
/// grids), and lengths are right to 1 in 1000 over a region of 100 km.
struct Placement: Sendable {
  /// Degrees east of the middle of the plane.
  var longitude: Double

  // The middle lies at 55.3 degrees north; all four constants belong to that latitude.
  private static let latitude = 55.3
  private static let cosine = 0.5692795234308443
  private static let sine = 0.8221440410307373
  private static let meridianRadius = 6_378_684.0
  private static let primeVerticalRadius = 6_392_616.0
  private static let degreesPerRadian = 57.29577951308232

  /// The open North Sea, about 100 km off Northumberland and within the area of use of the British National Grid.
  static let northSea = Placement(longitude: 0.45)
  /// The middle of the British National Grid's area of use.
  static let middleOfGrid = Placement(longitude: -3)

  /// The position of a point of the plane.
  func position(of p: Point) -> Position {
    let arc = p.y / Self.meridianRadius
    let cosine =
      Self.cosine - Self.sine * arc - Self.cosine * arc * arc / 2 + Self.sine * arc * arc * arc / 6
    let latitude = Self.latitude + arc * Self.degreesPerRadian
    let longitude = self.longitude + p.x / (Self.primeVerticalRadius * cosine) * Self.degreesPerRadian
    return Position(
      longitude: Int((longitude * 1e6).rounded()), latitude: Int((latitude * 1e6).rounded()))
  }
}
