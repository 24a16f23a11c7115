/// The outermost object of a GeoJSON text, whatever order its members come in.
struct GeoJSONDocument {
  private(set) var buffer = FeatureBuffer()
  private(set) var reference = StatedReference.formatDefault("OGC:CRS84")
  /// What the server that the collection came from says about what it left out.
  private(set) var completeness = Completeness()

  /// Consumes the object. What is no GeoJSON but a relative of it is refused by its name.
  init(_ json: inout JSONScanner, jobs: Int, leastStretch: Int) throws(FootprintsError) {
    let beginning = json
    do throws(FootprintsError) {
      try self.init(parsing: &json, jobs: jobs, leastStretch: leastStretch)
    } catch {
      // Going through it once more costs time only where it was in vain anyway.
      throw JSONRelative(beginning)?.refusal ?? error
    }
  }

  /// A FeatureCollection's features are read where they are; a Feature or geometry is read from the
  /// beginning of the object once its type is known.
  private init(parsing json: inout JSONScanner, jobs: Int, leastStretch: Int) throws(FootprintsError) {
    let beginning = json
    var type: String?
    var features: FeatureBuffer?
    try json.object { (json, key) throws(FootprintsError) in
      if key.equals("type") {
        type = try json.string()
      } else if key.equals("features"), json.peek() == 0x5B {
        guard features == nil else { throw json.failure("a second 'features' member") }
        features = try FeatureArray.read(&json, jobs: jobs, leastStretch: leastStretch)
      } else if key.equals("crs") {
        reference = try Self.legacyReference(&json)
      } else {
        try completeness.readMember(key, &json)
      }
    }
    switch type {
    case "FeatureCollection":
      guard let features else {
        throw FootprintsError(.badData, "a FeatureCollection without a 'features' array")
      }
      buffer = features
    case "Feature", "Polygon", "MultiPolygon", "GeometryCollection", "Point", "MultiPoint", "LineString",
      "MultiLineString":
      var scanner = GeoJSONScanner(beginning)
      if type == "Feature" { try scanner.feature() } else { try scanner.bareGeometry() }
      buffer = scanner.buffer
    case "Topology":
      throw FootprintsError(
        .badData, "is TopoJSON, not GeoJSON", remedy: "Convert it to GeoJSON first.")
    case .some(let other):
      throw FootprintsError(.badData, "is JSON of type '\(other)', not GeoJSON")
    case .none:
      throw FootprintsError(
        .badData, "is JSON without a 'type' member, not GeoJSON",
        remedy: "A FeatureCollection, a Feature or a geometry is needed.")
    }
  }

  /// The `crs` member of the 2008 specification: `{"type": "name", "properties": {"name": ...}}`, and of its
  /// drafts: `{"type": "EPSG", "properties": {"code": 27700}}`. Null means that nothing is known, and so does
  /// a link, which is not followed.
  private static func legacyReference(_ json: inout JSONScanner) throws(FootprintsError) -> StatedReference {
    if json.peek() == 0x6E {
      try json.literal("null")
      return .missing
    }
    var name: String?
    var code: String?
    guard json.peek() == 0x7B else { throw json.unexpected("an object or null as 'crs'") }
    try json.object { (json, key) throws(FootprintsError) in
      if key.equals("properties"), json.peek() == 0x7B {
        try json.object { (json, key) throws(FootprintsError) in
          if key.equals("name"), json.peek() == 0x22 {
            name = try json.string()
          } else if key.equals("code") {
            let start = json.at
            try json.skipValue()
            let text = UnsafeBufferPointer(start: start, count: json.at - start)
            code = String(decoding: text.filter { (0x30...0x39).contains($0) }, as: UTF8.self)
          } else {
            try json.skipValue()
          }
        }
      } else {
        try json.skipValue()
      }
    }
    if let name { return .definition(name) }
    if let code, !code.isEmpty { return .definition("EPSG:\(code)") }
    return .missing
  }
}
