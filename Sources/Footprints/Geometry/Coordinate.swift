/// A position in the plane of a reference system: metres in a projected one, degrees in a geographic one
/// (x longitude, y latitude). Two doubles side by side, the layout GEOS and PROJ take.
public struct Coordinate: BitwiseCopyable, Sendable, Hashable {
  /// Easting or longitude.
  public var x: Double
  /// Northing or latitude.
  public var y: Double

  /// Makes a position.
  @inlinable
  public init(_ x: Double, _ y: Double) {
    self.x = x
    self.y = y
  }
}
