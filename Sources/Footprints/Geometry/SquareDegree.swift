// The system's own functions: Foundation would cost start-up time for two of them.
#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// The ground that a small square of longitude and latitude covers.
enum SquareDegree {
  /// What a square degree measures in m2 where it is as small as the place: the product of the lengths of a degree along
  /// the meridian and along the parallel of the WGS 84 ellipsoid.
  static func squareMetres(atLatitude latitude: Double) -> Double {
    let (axis, eccentricity2) = (6_378_137.0, 0.006_694_379_990_14)
    let angle = latitude * .pi / 180
    let part = 1 - eccentricity2 * sin(angle) * sin(angle)
    // Radii of curvature: M = a (1 - e2) / part^1.5 and N = a / part^0.5.
    let radii = axis * axis * (1 - eccentricity2) / (part * part)
    return radii * cos(angle) * (.pi / 180) * (.pi / 180)
  }
}
