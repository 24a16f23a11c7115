/// Makes well-known binary from GeoJSON geometries.
struct GeoJSONGeometryParser: Sendable {
  /// The geometries made so far, one after the other.
  var buffer = WKBBuffer()
  /// Whether a ring of the last geometry was closed because it was left open.
  private(set) var hasClosed = false
  /// Whether positions have had more than three numbers, of which the first three are kept.
  private(set) var hasMore = false
  private var plain = PlainPositions()
  /// Which numbers positions have: what the geometry before had, until this one shows something else.
  private var parts: PositionParts = []
  private var hasHeight = false
  private var hasPlainPosition = false

  /// Consumes one geometry object. Positions without a height in a geometry that has heights get one that is no number.
  mutating func geometry(_ json: inout JSONScanner) throws(FootprintsError) {
    let (start, beginning) = (buffer.bytes.count, json)
    for _ in 0..<2 {
      (hasClosed, hasHeight, hasPlainPosition) = (false, false, false)
      json = beginning
      _ = try geometry(&json, depth: 0)
      let found: PositionParts = hasHeight ? .height : []
      // Without a single position nothing is known.
      if found == parts || !hasHeight && !hasPlainPosition { return }
      parts = found
      buffer.bytes.removeLast(buffer.bytes.count - start)
    }
  }

  private mutating func geometry(_ json: inout JSONScanner, depth: Int) throws(FootprintsError)
    -> GeometryType
  {
    guard depth < WKB.deepest else { throw json.failure("geometry collections nested too deeply") }
    guard json.peek() == 0x7B else { throw json.unexpected("a geometry object or null") }
    let place = json.at
    var type: GeometryType?
    var coordinates: JSONScanner?
    var members: JSONScanner?
    var isRead = false
    try json.object { (json, key) throws(FootprintsError) in
      if key.equals("type") {
        let name = try json.string()
        guard type == nil else { throw json.failure("a second 'type' member") }
        guard let known = GeometryType(named: name), known.isSimple, known.name == name else {
          throw json.failure("unknown geometry type '\(name)'", at: place)
        }
        type = known
      } else if key.equals("coordinates") {
        guard coordinates == nil, !isRead else { throw json.failure("a second 'coordinates' member") }
        _ = json.peek()
        if let type, type != .geometryCollection {
          WKB.appendHeader(type, parts, to: &buffer.bytes)
          try self.coordinates(of: type, &json)
          isRead = true
        } else {
          // Read once the type is known.
          coordinates = json
          _ = try json.skipCoordinates()
        }
      } else if key.equals("geometries") {
        _ = json.peek()
        members = json
        try json.skipValue()
      } else {
        try json.skipValue()
      }
    }
    guard let type else { throw json.failure("a geometry without a type", at: place) }
    if isRead {
      guard members == nil else {
        throw json.failure("a geometry with both 'coordinates' and 'geometries'", at: place)
      }
      return type
    }
    WKB.appendHeader(type, parts, to: &buffer.bytes)
    if type == .geometryCollection {
      guard var inner = members else {
        throw json.failure("a GeometryCollection without geometries", at: place)
      }
      guard coordinates == nil else {
        throw json.failure("a geometry with both 'coordinates' and 'geometries'", at: place)
      }
      let count = buffer.appendCount()
      var found = 0
      try inner.array { (json) throws(FootprintsError) in
        _ = try geometry(&json, depth: depth + 1)
        found += 1
      }
      buffer.set(found, at: count)
    } else {
      guard var text = coordinates, members == nil else {
        throw json.failure("a \(type.name) without coordinates", at: place)
      }
      try self.coordinates(of: type, &text)
    }
    return type
  }

  private mutating func coordinates(
    of type: GeometryType, _ json: inout JSONScanner
  ) throws(FootprintsError) {
    switch type {
    case .point: try point(&json)
    case .lineString: try line(&json, isRing: false)
    case .polygon: try rings(&json)
    case .multiPoint: try members(of: .point, &json)
    case .multiLineString: try members(of: .lineString, &json)
    default: try members(of: .polygon, &json)
    }
  }

  private mutating func members(
    of type: GeometryType, _ json: inout JSONScanner
  ) throws(FootprintsError) {
    let count = buffer.appendCount()
    var found = 0
    try json.array { (json) throws(FootprintsError) in
      WKB.appendHeader(type, parts, to: &buffer.bytes)
      try coordinates(of: type, &json)
      found += 1
    }
    buffer.set(found, at: count)
  }

  private mutating func rings(_ json: inout JSONScanner) throws(FootprintsError) {
    let count = buffer.appendCount()
    var found = 0
    try json.array { (json) throws(FootprintsError) in
      try line(&json, isRing: true)
      found += 1
    }
    buffer.set(found, at: count)
  }

  /// An empty array is a point that is nowhere.
  private mutating func point(_ json: inout JSONScanner) throws(FootprintsError) {
    var probe = json
    if probe.take(0x5B), probe.take(0x5D) {
      json = probe
      for _ in 0..<parts.numbers { WKB.append(Double.nan, to: &buffer.bytes) }
      return
    }
    try position(&json)
  }

  private mutating func line(_ json: inout JSONScanner, isRing: Bool) throws(FootprintsError) {
    let count = buffer.appendCount()
    let first = buffer.bytes.count
    try json.expect(0x5B, "an array of positions")
    if !json.take(0x5D) {
      repeat {
        try position(&json)
        if parts == [] { plain.read(&json, into: &buffer) }
      } while json.take(0x2C)
      try json.expect(0x5D, "',' or ']'")
    }
    let stride = parts.stride
    if isRing, buffer.bytes.count > first, !isClosed(from: first) {
      buffer.bytes.append(contentsOf: Array(buffer.bytes[first..<first + stride]))
      hasClosed = true
    }
    buffer.set((buffer.bytes.count - first) / stride, at: count)
  }

  private func isClosed(from first: Int) -> Bool {
    buffer.bytes.withUnsafeBytes { bytes in
      func number(_ place: Int) -> Double { bytes.loadUnaligned(fromByteOffset: place, as: Double.self) }
      let last = bytes.count - parts.stride
      return number(first) == number(last) && number(first + 8) == number(last + 8)
    }
  }

  private mutating func position(_ json: inout JSONScanner) throws(FootprintsError) {
    try json.expect(0x5B, "a position")
    let place = json.at
    let x = try json.number()
    try json.expect(0x2C, "','")
    let y = try json.number()
    var height = Double.nan
    if json.take(0x2C) {
      hasHeight = true
      // Some programs write null for a height that they do not know.
      if json.peek() == 0x6E { try json.literal("null") } else { height = try json.number() }
      while json.take(0x2C) {
        if json.peek() == 0x6E { try json.literal("null") } else { try json.skipNumber() }
        hasMore = true
      }
    } else {
      hasPlainPosition = true
    }
    try json.expect(0x5D, "',' or ']'")
    guard x.isFinite && y.isFinite else {
      throw json.failure(
        "a coordinate is too large for a number", at: place, remedy: "Correct this position.")
    }
    WKB.append(x, to: &buffer.bytes)
    WKB.append(y, to: &buffer.bytes)
    if parts.contains(.height) { WKB.append(height, to: &buffer.bytes) }
  }
}
