/// Goes through GeoJSON features for a survey, over coordinates as fast as bytes can be looked at: whether they are right is
/// for the second pass to say.
struct SurveyScanner: GeoJSONFeatureScanner {
  var json: JSONScanner
  private(set) var buffer: GeoJSONSurvey

  init(_ json: JSONScanner, bytes: Int) {
    self.json = json
    buffer = GeoJSONSurvey(start: json.offset)
  }

  var count: Int { buffer.count }

  mutating func feature() throws(FootprintsError) {
    _ = json.peek()
    let place = json.at
    var isFeature = false
    var json = self.json
    try json.object { (json, key) throws(FootprintsError) in
      if key.equals("geometry") {
        try geometry(&json, depth: 0)
      } else if key.equals("properties") {
        try properties(&json)
      } else if key.equals("type") {
        isFeature = try json.rawString().equals("Feature")
      } else if key.equals("id") {
        _ = json.peek()
        let start = json.at
        let kind = try json.kindOfValue()
        if kind == .integer,
          let number = JSONScanner.integer(UnsafeBufferPointer(start: start, count: json.at - start))
        {
          buffer.ascent.add(number)
        }
        if !kind.isEmpty {
          buffer.identifiers.formUnion(kind)
          buffer.identified += 1
        }
      } else {
        if !key.equals("bbox") { buffer.noteForeign(JSONText.unescaped(key)) }
        try json.skipValue()
      }
    }
    guard isFeature else {
      throw self.json.failure("a member of 'features' is not of type Feature", at: place)
    }
    self.json = json
    buffer.count += 1
  }

  mutating func bareGeometry() throws(FootprintsError) {
    var json = self.json
    try geometry(&json, depth: 0)
    self.json = json
    buffer.count += 1
  }

  private mutating func properties(_ json: inout JSONScanner) throws(FootprintsError) {
    guard json.peek() == 0x7B else { return try json.skipValue() }
    var expected = 0
    try json.object { (json, key) throws(FootprintsError) in
      buffer.note(key, try json.kindOfValue(), &expected)
    }
  }

  private mutating func geometry(_ json: inout JSONScanner, depth: Int) throws(FootprintsError) {
    guard json.peek() == 0x7B, depth < WKB.deepest else { return try json.skipValue() }
    try json.object { (json, key) throws(FootprintsError) in
      if key.equals("coordinates") {
        if try json.skipCoordinates() { buffer.parts.insert(.height) }
      } else if key.equals("type"), json.peek() == 0x22 {
        let name = try json.rawString()
        if depth == 0, let type = GeometryType(named: String(decoding: name, as: UTF8.self)) {
          buffer.types.insert(GeometryType.Set(type))
        }
      } else if key.equals("geometries"), json.peek() == 0x5B {
        try json.array { (json) throws(FootprintsError) in try geometry(&json, depth: depth + 1) }
      } else {
        try json.skipValue()
      }
    }
  }
}

extension JSONScanner {
  /// Consumes a value; returns what kind it is, nothing for null.
  mutating func kindOfValue() throws(FootprintsError) -> JSONKinds {
    switch peek() {
    case 0x22:
      let raw = try rawString()
      if raw.count == 10, DateText.isDay(raw) { return .date }
      return raw.count >= 19 && raw.count <= 40 && DateText.isMoment(raw) ? .dateTime : .text
    case 0x74, 0x66:
      try skipValue()
      return .boolean
    case 0x6E:
      try skipValue()
      return []
    case 0x7B, 0x5B:
      try skipValue()
      return .json
    default:
      let first = at
      try skipNumber()
      return Self.integer(UnsafeBufferPointer(start: first, count: at - first)) == nil ? .real : .integer
    }
  }

  /// The whole number that the text of a JSON number is; nil for one with a point or exponent, and beyond 64 bits.
  static func integer(_ text: UnsafeBufferPointer<UInt8>) -> Int64? {
    var magnitude: Int64 = 0
    let isNegative = text.first == 0x2D
    for byte in text.dropFirst(isNegative ? 1 : 0) {
      guard byte &- 0x30 <= 9 else { return nil }
      let (more, overflow) = magnitude.multipliedReportingOverflow(by: 10)
      // Downwards, because the smallest number has no positive twin.
      let (next, carry) = more.subtractingReportingOverflow(Int64(byte &- 0x30))
      if overflow || carry { return nil }
      magnitude = next
    }
    if isNegative { return magnitude }
    return magnitude == .min ? nil : -magnitude
  }

  /// Consumes arrays of numbers without looking at the numbers; whether the first position has more than two. What is not
  /// arrays of numbers is consumed as any value is, and refused where it is none.
  mutating func skipCoordinates() throws(FootprintsError) -> Bool {
    guard peek() == 0x5B else {
      try skipValue()
      return false
    }
    var p = at
    var depth = 0
    var commas = 0
    var isFirst = true
    while p < end {
      let byte = p.pointee
      p += 1
      switch byte {
      case 0x5B:
        depth += 1
        if isFirst { commas = 0 }
      case 0x5D:
        depth -= 1
        isFirst = false
        if depth == 0 {
          at = p
          return commas > 1
        }
      case 0x2C: if isFirst { commas += 1 }
      case 0x22, 0x7B, 0x7D:
        try skipValue()
        return commas > 1
      default: break
      }
    }
    try skipValue()
    return commas > 1
  }
}
