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

  /// Adds an area, whose coordinates are longitudes and latitudes of seven decimals; an area without polygons has a
  /// null geometry.
  func append(
    _ area: Int, of array: MultiPolygonArray, id: JSONValue, properties: [JSONValue.Member]
  ) throws(FootprintsError) {
    var text = count > 0 ? ",\n" : ""
    count += 1
    text +=
      "{\"type\": \"Feature\", \"id\": \(id.compact), \"properties\": \(JSONValue.object(properties).compact), "
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

  /// Adds a point in longitude and latitude; one that is not a number has a null geometry.
  func append(_ point: Coordinate, id: JSONValue, properties: [JSONValue.Member]) throws(FootprintsError) {
    let geometry =
      point.x.isNaN
      ? "null"
      : "{\"type\": \"Point\", \"coordinates\": [\(FixedPoint(point.x).text), \(FixedPoint(point.y).text)]}"
    try sink.write(
      (count > 0 ? ",\n" : "")
        + "{\"type\": \"Feature\", \"id\": \(id.compact), \"properties\": \(JSONValue.object(properties).compact), \"geometry\": \(geometry)}"
    )
    count += 1
  }

  /// Ends the collection.
  func end() throws(FootprintsError) { try sink.write("\n]}\n") }

  private static func bbox(_ box: Box) -> String {
    "[" + [box.min.x, box.min.y, box.max.x, box.max.y].map { FixedPoint($0).text }.joined(separator: ", ")
      + "]"
  }
}
