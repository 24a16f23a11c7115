/// A coordinate in whole units of the seventh decimal, about 11 mm.
struct FixedPoint: Equatable {
  let units: Int

  /// Precondition: at most 360 in size, which `GeoJSONRenderer` checks for every coordinate.
  init(_ degrees: Double) { units = Int((degrees * 1e7).rounded()) }

  /// The double nearest to it.
  var degrees: Double { Double(units) / 1e7 }

  var text: String {
    let digits = String(units.magnitude)
    let padded = String(repeating: "0", count: max(0, 8 - digits.count)) + digits
    var fraction = padded.suffix(7)
    while fraction.count > 1, fraction.last == "0" { fraction.removeLast() }
    return (units < 0 ? "-" : "") + padded.dropLast(7) + "." + fraction
  }
}

/// A polygon as it is written: rounded, without the repeated vertices that rounding makes, without rings
/// that rounding leaves no area, and with its rings the right way round.
struct RoundedPolygon {
  private(set) var rings: [[(x: FixedPoint, y: FixedPoint)]] = []

  init(_ array: MultiPolygonArray, _ polygon: Int) {
    for (index, ring) in array.rings(of: polygon).enumerated() {
      var points: [(x: FixedPoint, y: FixedPoint)] = []
      for coordinate in array.coordinates[array.vertices(of: ring)] {
        let point = (x: FixedPoint(coordinate.x), y: FixedPoint(coordinate.y))
        if let last = points.last, last == point { continue }
        points.append(point)
      }
      let area = Self.twiceArea(points)
      guard points.count >= 4, area != 0 else {
        if index == 0 { return }
        continue
      }
      rings.append((area > 0) == (index == 0) ? points : points.reversed())
    }
  }

  /// Twice the signed area in units, exact: the differences of a ring on Earth take 33 bits, their products
  /// 66, the sum a few more.
  private static func twiceArea(_ points: [(x: FixedPoint, y: FixedPoint)]) -> Int128 {
    guard let origin = points.first else { return 0 }
    var sum: Int128 = 0
    for (a, b) in zip(points, points.dropFirst()) {
      sum +=
        Int128(a.x.units - origin.x.units) * Int128(b.y.units - origin.y.units)
        - Int128(b.x.units - origin.x.units) * Int128(a.y.units - origin.y.units)
    }
    return sum
  }

  /// Adds the polygon to the area being built.
  func append(to array: inout MultiPolygonArray) {
    guard !rings.isEmpty else { return }
    for ring in rings {
      for point in ring { array.append(Coordinate(point.x.degrees, point.y.degrees)) }
      array.endRing()
    }
    array.endPolygon()
  }

  func write(to text: inout String) {
    text += "["
    for (index, ring) in rings.enumerated() {
      text += index > 0 ? ", [" : "["
      for (position, point) in ring.enumerated() {
        if position > 0 { text += ", " }
        text += "[\(point.x.text), \(point.y.text)]"
      }
      text += "]"
    }
    text += "]"
  }
}
