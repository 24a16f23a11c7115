/// Writes features as GeoJSON (RFC 7946): WGS 84, seven decimals, exteriors counter-clockwise, one feature per
/// line. Threads make the text of a part of the features each; it is written in order.
struct GeoJSONWriter {
  /// The shapes, one for each feature: longitudes and latitudes of seven decimals, as `roundedToSevenDecimals` makes them.
  let shapes: MultiPolygonArray
  /// One longitude and latitude for each feature that has no shape, or none at all; not a number for one that has a null
  /// geometry.
  var places: [Coordinate] = []
  /// The members of a feature before its geometry: its identifier and properties.
  let members: @Sendable (Int) -> [JSONValue.Member]
  let jobs: Int

  /// Writes the collection; `foreign` are its name and foreign members.
  func write(foreign: [JSONValue.Member], to sink: any OutputSink) throws(FootprintsError) {
    try sink.write("{\"type\": \"FeatureCollection\", ")
    for member in foreign { try sink.write("\(member.quotedName): \(member.value.compact),\n") }
    var box = shapes.box(jobs: jobs)
    for (feature, place) in places.enumerated() where !place.x.isNaN && shapes.polygons(of: feature).isEmpty {
      box.extend(to: place)
    }
    if !box.isEmpty { try sink.write("\"bbox\": \(PositionText.text(box)),\n") }
    try sink.write("\"features\": [\n")
    var parts: [[FeaturePart]] = []
    var vertices = 0
    // Enough for all threads to have something to do, and little enough to be in memory at once.
    for feature in 0..<shapes.count {
      for part in self.parts(of: feature) {
        if parts.isEmpty || vertices >= Self.partSize {
          if parts.count == 32 * max(1, jobs) {
            try write(parts, to: sink)
            parts = []
          }
          parts.append([])
          vertices = 0
        }
        parts[parts.count - 1].append(part)
        vertices += part.vertices.count + 16
      }
    }
    try write(parts, to: sink)
    try sink.write("\n]}\n")
  }

  /// About so many vertices are one thread's work.
  private static let partSize = 1 << 13

  private func write(_ parts: [[FeaturePart]], to sink: any OutputSink) throws(FootprintsError) {
    let texts = try parallelMap(count: parts.count, jobs: jobs) { index in
      var text = ""
      for part in parts[index] { write(part, to: &text) }
      return text
    }
    for text in texts { try sink.write(text) }
  }

  /// A part of a feature: some vertices of one of its rings; no ring for a feature without geometry.
  private struct FeaturePart {
    let feature: Int
    var polygon = 0
    var ring: Int?
    var vertices = 0..<0
  }

  private func parts(of feature: Int) -> [FeaturePart] {
    var parts: [FeaturePart] = []
    for polygon in shapes.polygons(of: feature) {
      for ring in shapes.rings(of: polygon) {
        let all = shapes.vertices(of: ring)
        for start in stride(from: all.lowerBound, to: all.upperBound, by: Self.partSize) {
          parts.append(
            FeaturePart(
              feature: feature, polygon: polygon, ring: ring,
              vertices: start..<min(all.upperBound, start + Self.partSize)))
        }
      }
    }
    return parts.isEmpty ? [FeaturePart(feature: feature)] : parts
  }

  private func write(_ part: FeaturePart, to text: inout String) {
    guard let ring = part.ring else {
      text += beginning(of: part.feature) + "\"geometry\": "
      if places.isEmpty || places[part.feature].x.isNaN {
        text += "null}"
      } else {
        let place = part.feature...part.feature
        text += "{\"type\": \"Point\", \"coordinates\": \(PositionText.text(places[place]))}}"
      }
      return
    }
    let polygons = shapes.polygons(of: part.feature)
    let rings = shapes.rings(of: part.polygon)
    let all = shapes.vertices(of: ring)
    if part.vertices.lowerBound == all.lowerBound {
      if ring > rings.lowerBound {
        text += ", ["
      } else if part.polygon > polygons.lowerBound {
        text += ", [["
      } else {
        text += beginning(of: part.feature)
        text += "\"bbox\": \(PositionText.text(shapes.box(of: part.feature))), "
        text +=
          polygons.count == 1
          ? "\"geometry\": {\"type\": \"Polygon\", \"coordinates\": [["
          : "\"geometry\": {\"type\": \"MultiPolygon\", \"coordinates\": [[["
      }
    } else {
      text += ", "
    }
    text += PositionText.text(shapes.coordinates[part.vertices])
    guard part.vertices.upperBound == all.upperBound else { return }
    text += "]"
    if ring + 1 < rings.upperBound { return }
    text += "]"
    if part.polygon + 1 < polygons.upperBound { return }
    text += polygons.count == 1 ? "}}" : "]}}"
  }

  private func beginning(of feature: Int) -> String {
    let members = members(feature).map { "\($0.quotedName): \($0.value.compact), " }.joined()
    return (feature > 0 ? ",\n" : "") + "{\"type\": \"Feature\", " + members
  }
}
