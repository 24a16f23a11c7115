/// The outermost object of a GeoJSON text, whatever order its members come in, or a sequence of features.
struct GeoJSONDocument<Scanner: GeoJSONFeatureScanner> {
  /// What was kept of the features, stretch by stretch.
  private(set) var buffers: [Scanner.Buffer] = []
  /// How the features follow each other; nil for a single Feature or geometry.
  private(set) var separation: FeatureSeparation?
  /// The member `name` of the collection, which GDAL writes and reads as the name of the layer.
  private(set) var name: String?
  private(set) var reference = StatedReference.formatDefault("OGC:CRS84")
  /// Members of a collection that are not kept, up to ten.
  private(set) var foreign: [String] = []
  /// What the server that the collection came from says about what it left out.
  private(set) var completeness = Completeness()

  /// Consumes the object. What is no GeoJSON but a relative of it is refused by its name.
  init(
    _ json: inout JSONScanner, jobs: Int, leastStretch: Int, stretches: Int? = nil,
    done: @escaping @Sendable (Range<Int>) -> Void = { _ in }
  ) throws(FootprintsError) {
    let beginning = json
    do throws(FootprintsError) {
      try self.init(parsing: &json) { (json, separation) throws(FootprintsError) in
        try FeatureArray.read(
          &json, separation, by: Scanner.self, jobs: jobs, leastStretch: leastStretch, stretches: stretches,
          done: done)
      }
    } catch {
      // Going through it once more costs time only where it was in vain anyway.
      throw JSONRelative(beginning)?.refusal ?? error
    }
  }

  /// Gives away what was kept, so that each part can be given up when it is copied.
  mutating func takeBuffers() -> [Scanner.Buffer] {
    var taken: [Scanner.Buffer] = []
    swap(&taken, &buffers)
    return taken
  }

  /// A FeatureCollection's features are read where they are; a Feature or geometry is read from the
  /// beginning of the object once its type is known.
  private init(
    parsing json: inout JSONScanner,
    _ read: (inout JSONScanner, FeatureSeparation) throws(FootprintsError) -> [Scanner.Buffer]
  ) throws(FootprintsError) {
    // A text of nothing is a sequence of nothing.
    if json.peek() == 0x1E || json.at == json.end {
      separation = .sequence
      buffers = try read(&json, .sequence)
      return
    }
    let beginning = json
    var type: String?
    var features: [Scanner.Buffer]?
    try json.object { (json, key) throws(FootprintsError) in
      if key.equals("type") {
        type = try json.string()
      } else if key.equals("features"), json.peek() == 0x5B {
        guard features == nil else { throw json.failure("a second 'features' member") }
        features = try read(&json, .array)
      } else if key.equals("crs") {
        reference = try Self.legacyReference(&json)
      } else if key.equals("name"), json.peek() == 0x22 {
        name = try json.string()
      } else {
        let isKnown =
          key.equals("bbox") || key.equals("properties") || key.equals("geometry")
          || key.equals("coordinates") || key.equals("geometries") || key.equals("id")
        if !isKnown, foreign.count < 10 {
          let name = JSONText.unescaped(key)
          if !foreign.contains(name) { foreign.append(name) }
        }
        try completeness.readMember(key, &json)
      }
    }
    switch type {
    case "FeatureCollection":
      guard let features else {
        throw FootprintsError(.badData, "a FeatureCollection without a 'features' array")
      }
      buffers = features
      separation = .array
    case "Feature", "Polygon", "MultiPolygon", "GeometryCollection", "Point", "MultiPoint", "LineString",
      "MultiLineString":
      if json.peek() == 0x7B || json.peek() == 0x1E {
        // One feature after the other: the first was gone through to find its end.
        json = beginning
        separation = .sequence
        buffers = try read(&json, .sequence)
        return
      }
      var scanner = Scanner(beginning, bytes: json.offset - beginning.offset)
      if type == "Feature" { try scanner.feature() } else { try scanner.bareGeometry() }
      buffers = [scanner.buffer]
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
