/// The features of a stream as a table, for analyses: areas as polygons, points as positions, fields by name.
struct CollectedFeatures {
  private var geometry = MultiPolygonArray()
  private var points: [Coordinate] = []
  private var shapes: [FeatureTable.Shape] = []
  private var values: [AttributeValue] = []
  private var identifiers: [AttributeValue] = []
  private var findings = GeometryFindings()

  /// Reads all features of a stream.
  static func table(of reader: any FeatureReader) throws(FootprintsError) -> FeatureTable {
    var reader = reader
    var collected = CollectedFeatures()
    while let batch = try reader.next() { collected.add(batch) }
    return collected.table(reader.schema, reader.notices)
  }

  private mutating func add(_ batch: FeatureBatch) {
    batch.forEachGeometry { _, bytes in add(bytes) }
    values += batch.values
    identifiers += batch.identifiers
  }

  private mutating func add(_ bytes: UnsafeRawBufferPointer) {
    var collector = PolygonCollector(geometry: MultiPolygonArray())
    swap(&collector.geometry, &geometry)
    WKB.walk(bytes, &collector)
    swap(&collector.geometry, &geometry)
    findings.note(collector, feature: shapes.count)
    geometry.endArea()
    let type = bytes.isEmpty ? nil : WKB.type(of: bytes).type
    let shape = collector.shape(type)
    shapes.append(shape)
    let isPoint = shape == .other("Point") || shape == .other("MultiPoint")
    points.append(isPoint ? collector.point ?? .none : .none)
  }

  private consuming func table(_ schema: LayerSchema, _ notices: [Notice]) -> FeatureTable {
    FeatureTable(
      geometry: geometry, points: points, shapes: shapes,
      attributes: CollectedAttributes(
        names: schema.fields.map(\.name), all: values, identifiers: identifiers, count: shapes.count),
      reference: schema.reference, notices: notices + findings.notices)
  }
}

/// Values of features that are in memory.
private struct CollectedAttributes: FeatureAttributes {
  let names: [String]
  let all: [AttributeValue]
  let identifiers: [AttributeValue]
  let count: Int

  var fields: [String] {
    let identifier = GeoJSONAttributes.identifierField
    return identifiers.isEmpty || names.contains(identifier) ? names : names + [identifier]
  }

  func values(of field: String) throws(FootprintsError) -> [String?] {
    if let place = names.firstIndex(of: field) {
      return (0..<count).map { all[$0 * names.count + place].words?.trimmingPadding }
    }
    if field == GeoJSONAttributes.identifierField, !identifiers.isEmpty {
      return identifiers.map { $0.words?.trimmingPadding }
    }
    return [String?](repeating: nil, count: count)
  }
}

/// What is worth saying of geometries that became areas.
private struct GeometryFindings {
  private var unclosed: [Int] = []
  private var degenerate: [Int] = []
  private var mixed: [Int] = []
  private var hasHeights = false

  mutating func note(_ collector: PolygonCollector, feature: Int) {
    if collector.isUnclosed { unclosed.append(feature) }
    if collector.isDegenerate { degenerate.append(feature) }
    if collector.hasPolygons, collector.other != nil { mixed.append(feature) }
    if collector.hasHeights { hasHeights = true }
  }

  var notices: [Notice] {
    var notices: [Notice] = []
    func add(_ features: [Int], _ code: String, _ what: String) {
      if !features.isEmpty { notices.append(Notice(.warning, code, "\(FeatureList(features)) \(what)")) }
    }
    add(unclosed, "unclosed-ring", "had a ring whose last position is not its first; it was closed")
    add(
      degenerate, "degenerate-ring",
      "had a ring of fewer than four positions, which has no area; it was left out")
    add(
      mixed, "mixed-collection", "has lines or points as well as polygons; they have no area and do not count"
    )
    if hasHeights {
      notices.append(Notice(.information, "heights", "positions have heights, which are not used"))
    }
    return notices
  }
}
