/// A position in the generator's own plane: metres east and north of the middle of the region.
///
/// The generator computes with `+ - * /` and square roots only, which IEEE 754 rounds the same way on
/// every machine; so the same seed gives the same bytes everywhere.
package struct Point: Sendable, Hashable {
  /// Metres east of the middle.
  package var x: Double
  /// Metres north of the middle.
  package var y: Double

  /// Makes a position from metres.
  package init(_ x: Double, _ y: Double) {
    self.x = x
    self.y = y
  }

  /// Makes a position from kilometres, the unit in which places are written down.
  static func kilometres(_ x: Double, _ y: Double) -> Point { Point(x * 1000, y * 1000) }

  static func + (a: Point, b: Point) -> Point { Point(a.x + b.x, a.y + b.y) }
  static func - (a: Point, b: Point) -> Point { Point(a.x - b.x, a.y - b.y) }

  /// The position a part of the way towards another: 0 here, 1 there.
  func towards(_ other: Point, _ part: Double) -> Point {
    Point(x + (other.x - x) * part, y + (other.y - y) * part)
  }

  /// The square of the distance to another position.
  func squaredDistance(to other: Point) -> Double {
    let d = other - self
    return d.x * d.x + d.y * d.y
  }

  /// The distance to another position.
  func distance(to other: Point) -> Double { squaredDistance(to: other).squareRoot() }
}
