/// Writes features as GeoJSON (RFC 7946): WGS 84, seven decimals, exteriors counter-clockwise, one feature per
/// line.
final class GeoJSONWriter {
  private let sink: any OutputSink
  private var count = 0

  init(_ sink: any OutputSink) { self.sink = sink }

  /// Writes the members of the collection before its features; `name` and foreign ones.
  func begin(members: [JSONValue.Member], box: Box) throws(FootprintsError) {
    try sink.write("{\"type\": \"FeatureCollection\", ")
    for member in members { try sink.write("\(member.quotedName): \(member.value.compact),\n") }
    if !box.isEmpty { try sink.write("\"bbox\": \(Self.bbox(box)),\n") }
    try sink.write("\"features\": [\n")
  }

  /// Adds an area, whose coordinates are longitudes and latitudes; an area without polygons has a null
  /// geometry.
  func append(
    _ area: Int, of array: MultiPolygonArray, properties: [JSONValue.Member]
  ) throws(FootprintsError) {
    var text = count > 0 ? ",\n" : ""
    count += 1
    text += "{\"type\": \"Feature\", \"properties\": \(JSONValue.object(properties).compact), "
    let polygons = array.polygons(of: area).map { RoundedPolygon(array, $0) }.filter { !$0.rings.isEmpty }
    if polygons.isEmpty { return try sink.write(text + "\"geometry\": null}") }
    text +=
      "\"bbox\": \(Self.bbox(array.box(of: area))), \"geometry\": {\"type\": \"\(polygons.count == 1 ? "Polygon" : "MultiPolygon")\", \"coordinates\": "
    if polygons.count == 1 {
      polygons[0].write(to: &text)
    } else {
      text += "["
      for (index, polygon) in polygons.enumerated() {
        if index > 0 { text += ", " }
        polygon.write(to: &text)
      }
      text += "]"
    }
    try sink.write(text + "}}")
  }

  /// Ends the collection.
  func end() throws(FootprintsError) { try sink.write("\n]}\n") }

  private static func bbox(_ box: Box) -> String {
    "[" + [box.min.x, box.min.y, box.max.x, box.max.y].map { FixedPoint($0).text }.joined(separator: ", ")
      + "]"
  }
}

/// A coordinate in whole units of the seventh decimal, about 11 mm.
private struct FixedPoint: Equatable {
  let units: Int

  init(_ degrees: Double) { units = Int((degrees * 1e7).rounded()) }

  var text: String {
    let digits = String(units.magnitude)
    let padded = String(repeating: "0", count: max(0, 8 - digits.count)) + digits
    var fraction = padded.suffix(7)
    while fraction.count > 1, fraction.last == "0" { fraction.removeLast() }
    return (units < 0 ? "-" : "") + padded.dropLast(7) + "." + fraction
  }
}

/// A polygon as it is written: rounded, without the repeated vertices that rounding creates, without rings
/// that rounding leaves without area, and with its rings the right way round.
private struct RoundedPolygon {
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
