/// Makes a batch from GeoJSON features whose places and fields a survey has found.
struct GeoJSONFeatureParser {
  private let fields: GeoJSONFields
  private let identifier: FieldKind?
  private var geometry = GeoJSONGeometryParser()
  private var batch = FeatureBatch()
  /// Features, by index here, of which a ring was closed.
  private(set) var unclosed: [Int] = []
  /// Whether positions had more than three numbers.
  var hasMore: Bool { geometry.hasMore }

  init(_ fields: GeoJSONFields, identifier: FieldKind?) {
    self.fields = fields
    self.identifier = identifier
  }

  /// Consumes features from where the scanner is until one begins at `stop`, or to the last.
  mutating func features(
    _ json: inout JSONScanner, until stop: Int, _ separation: FeatureSeparation?, count: Int
  ) throws(FootprintsError) -> FeatureBatch {
    batch.ends.reserveCapacity(count)
    batch.values.reserveCapacity(count * fields.fields.count)
    for index in 0..<count {
      do throws(FootprintsError) {
        try member(&json)
      } catch {
        var error = error
        // The number within the stretch, which the reader knows the first of.
        error.place = error.place.map { "feature \(index), \($0)" }
        throw error
      }
      if json.offset >= stop { break }
      switch separation {
      case .array: _ = json.take(0x2C)
      case .sequence: json.skipSeparators()
      case nil: break
      }
    }
    var done = batch
    done.geometry = geometry.buffer.bytes
    return done
  }

  /// Consumes a Feature, or a geometry alone.
  private mutating func member(_ json: inout JSONScanner) throws(FootprintsError) {
    _ = json.peek()
    let beginning = json
    let start = geometry.buffer.bytes.count
    let base = batch.values.count
    var isFeature = false
    var id = AttributeValue.null
    batch.values.append(contentsOf: repeatElement(.null, count: fields.fields.count))
    try json.object { (json, key) throws(FootprintsError) in
      if key.equals("geometry") {
        geometry.buffer.bytes.removeLast(geometry.buffer.bytes.count - start)
        try optionalGeometry(&json)
      } else if key.equals("properties") {
        try properties(&json, base)
      } else if key.equals("type") {
        isFeature = try json.rawString().equals("Feature")
      } else if key.equals("id"), let identifier {
        id = try json.value(as: identifier)
      } else {
        try json.skipValue()
      }
    }
    if !isFeature {
      json = beginning
      try geometry.geometry(&json)
    }
    if geometry.hasClosed, geometry.buffer.bytes.count > start { unclosed.append(batch.count) }
    batch.ends.append(geometry.buffer.bytes.count)
    if identifier != nil { batch.identifiers.append(id) }
  }

  /// Null is no geometry; neither is an empty object, by which nothing else can be meant.
  private mutating func optionalGeometry(_ json: inout JSONScanner) throws(FootprintsError) {
    if json.peek() == 0x6E { return try json.literal("null") }
    var probe = json
    if probe.take(0x7B), probe.take(0x7D) {
      json = probe
      return
    }
    try geometry.geometry(&json)
  }

  private mutating func properties(_ json: inout JSONScanner, _ base: Int) throws(FootprintsError) {
    guard json.peek() == 0x7B else { return try json.skipValue() }
    var expected = 0
    try json.object { (json, key) throws(FootprintsError) in
      guard let field = fields.field(key, &expected) else { return try json.skipValue() }
      batch.values[base + field] = try json.value(as: fields.fields[field].kind)
    }
  }
}
