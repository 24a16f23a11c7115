import Footprints
import Foundation

/// Shapes whose borders can be compared by hand, and turned copies of them.
enum BorderShapes {
  /// Areas of one ring each, in metres from (400,000, 300,000), turned around that point by an angle.
  static func areas(_ rings: [[(Double, Double)]], turned angle: Double = 0) -> MultiPolygonArray {
    let (cosine, sine) = (cos(angle), sin(angle))
    var array = MultiPolygonArray()
    for ring in rings {
      for (x, y) in ring + ring.prefix(1) {
        array.append(Coordinate(400_000 + x * cosine - y * sine, 300_000 + x * sine + y * cosine))
      }
      array.endRing()
      array.endPolygon()
      array.endArea()
    }
    return array
  }

  /// A rectangle's ring.
  static func rectangle(_ left: Double, _ bottom: Double, _ right: Double, _ top: Double) -> [(
    Double, Double
  )] {
    [(left, bottom), (right, bottom), (right, top), (left, top)]
  }

  /// A star of rays around a point.
  static func star(rays: Int, inner: Double, outer: Double, turned angle: Double = 0) -> [(Double, Double)] {
    (0..<2 * rays).map { number in
      let radius = number.isMultiple(of: 2) ? outer : inner
      let direction = angle + Double(number) * .pi / Double(rays)
      return (radius * cos(direction), radius * sin(direction))
    }
  }

  /// The agreement of two layers of such areas.
  static func agreement(
    _ x: MultiPolygonArray, _ y: MultiPolygonArray, within: Double, jobs: Int = 2
  ) throws -> BoundaryAgreement {
    try BoundaryAgreement(
      x: TestLayer.make("x", x), y: TestLayer.make("y", y), within: within, jobs: jobs)
  }
}
