/// The fields of GeoJSON features, as a survey found them, and where the values of a name go.
struct GeoJSONFields: Sendable {
  let fields: [FeatureField]
  /// The names as raw bytes in order of first appearance, each with the field that it is: one name can be written with and
  /// without escapes.
  private let names: [(raw: [UInt8], field: Int)]
  private let places: [[UInt8]: Int]

  /// What was made wider so that all values fit, for a reader to know.
  let notices: [Notice]

  init(_ survey: GeoJSONSurvey) {
    var found: [(name: String, kinds: JSONKinds)] = []
    var known: [String: Int] = [:]
    var names: [(raw: [UInt8], field: Int)] = []
    for (raw, kinds) in survey.fields {
      let name = raw.withUnsafeBufferPointer { JSONText.unescaped($0) }
      let field = known[name] ?? found.count
      if field == found.count {
        known[name] = field
        found.append((name, kinds))
      } else {
        found[field].kinds.formUnion(kinds)
      }
      names.append((raw, field))
    }
    self.names = names
    places = Dictionary(names.enumerated().map { ($1.raw, $0) }, uniquingKeysWith: { first, _ in first })
    fields = found.map { FeatureField($0.name, $0.kinds.field) }
    var notices = found.compactMap { field in
      field.kinds.widened.map {
        Notice(.warning, "mixed-field", "'\(field.name)' holds \($0); all of it is kept as text")
      }
    }
    if survey.furtherFields {
      notices.append(
        Notice(
          .warning, "too-many-fields",
          "there are more than \(GeoJSONSurvey.mostFields) fields; those that come later in the file were left out"
        ))
    }
    self.notices = notices
  }

  /// The field of a raw name; nil for one that was left out. `expected` is where it is looked for first.
  func field(_ name: UnsafeBufferPointer<UInt8>, _ expected: inout Int) -> Int? {
    if expected < names.count, names[expected].raw.elementsEqual(name) {
      expected += 1
      return names[expected - 1].field
    }
    guard let place = places[Array(name)] else { return nil }
    expected = place + 1
    return names[place].field
  }
}

extension JSONScanner {
  /// Consumes a value as a field of a kind holds it; what the survey saw always fits.
  mutating func value(as kind: FieldKind) throws(FootprintsError) -> AttributeValue {
    let first = peek()
    if first == 0x6E {
      try literal("null")
      return .null
    }
    if first == 0x22 {
      let text = try string()
      return AttributeValue.text(text).fitting(kind) ?? .null
    }
    let start = at
    if kind == .real, first == 0x2D || first &- 0x30 <= 9 { return .real(try number()) }
    try skipValue()
    let raw = UnsafeBufferPointer(start: start, count: at - start)
    switch (kind, first) {
    case (.boolean, 0x74): return .boolean(true)
    case (.boolean, 0x66): return .boolean(false)
    case (.integer, _): return Self.integer(raw).map(AttributeValue.integer) ?? .null
    case (.text, _), (.json, _): return .text(String(decoding: raw, as: UTF8.self))
    default: return .null
    }
  }
}
