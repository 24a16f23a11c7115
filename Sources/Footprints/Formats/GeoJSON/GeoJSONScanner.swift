/// Reads GeoJSON features from JSON text straight into coordinate buffers.
///
/// The members of an object may come in any order, so coordinates are read before their type may be known:
/// the depth of the brackets distinguishes polygons (3) from multipolygons (4), and what turns out to be something
/// else (a MultiLineString is as deep as a Polygon) is removed again.
struct GeoJSONScanner: GeoJSONFeatureScanner {
  var json: JSONScanner
  var buffer = FeatureBuffer()
  private var plain = PlainPositions()
  /// The only position of the coordinates array that was read last; infinite where it has several, nil where it has none.
  private var point: Coordinate?

  /// GeometryCollections may be nested this deep.
  private static let deepestCollection = 16

  init(_ json: JSONScanner, bytes: Int) {
    self.json = json
    // About 25 bytes per position in published files: room for them all at once, untouched pages cost nothing.
    buffer.geometry.reserve(coordinates: bytes / 24)
  }

  var count: Int { buffer.count }

  // MARK: Features

  /// Consumes one Feature object.
  mutating func feature() throws(FootprintsError) {
    _ = json.peek()
    let place = json.at
    let mark = buffer.mark
    var type: String?
    var shape = FeatureTable.Shape.none
    var properties = -1
    var identifier = -1
    var json = self.json
    try json.object { (json, key) throws(FootprintsError) in
      if key.equals("geometry") {
        buffer.truncate(to: mark)
        self.json = json
        if self.json.peek() == 0x6E {
          try self.json.literal("null")
          shape = .none
        } else {
          shape = try geometry(depth: 0)
        }
        json = self.json
      } else if key.equals("properties") {
        _ = json.peek()
        properties = json.offset
        try propertyNames(&json)
      } else if key.equals("type") {
        type = try json.string()
      } else if key.equals("id") {
        _ = json.peek()
        identifier = json.offset
        try json.skipValue()
      } else {
        try json.skipValue()
      }
    }
    guard type == "Feature" else {
      throw self.json.failure("a member of 'features' is not of type Feature", at: place)
    }
    self.json = json
    finish(shape, properties, identifier)
  }

  /// Consumes one bare geometry, a feature without properties.
  mutating func bareGeometry() throws(FootprintsError) {
    let shape = try geometry(depth: 0)
    finish(shape, -1, -1)
  }

  private mutating func finish(_ shape: FeatureTable.Shape, _ properties: Int, _ identifier: Int) {
    buffer.geometry.endArea()
    let isPoint = shape == .other("Point") || shape == .other("MultiPoint")
    buffer.points.append(isPoint ? point ?? .none : .none)
    buffer.shapes.append(shape)
    buffer.properties.append(properties)
    buffer.identifiers.append(identifier)
  }

  /// Consumes the value of `properties` and remembers the names in it. Features of one file nearly always
  /// have the same names in the same order, so the expected one is compared first.
  private mutating func propertyNames(_ json: inout JSONScanner) throws(FootprintsError) {
    guard json.peek() == 0x7B else { return try json.skipValue() }
    var expected = 0
    try json.object { (json, key) throws(FootprintsError) in
      remember(key, &expected)
      guard json.peek() == 0x7B else { return try json.skipValue() }
      // Members of an object among the properties are fields too, where no property has their name.
      try json.object { (json, key) throws(FootprintsError) in
        remember(key, &expected)
        try json.skipValue()
      }
    }
  }

  /// Adds a name to the fields unless it is there. `expected` is where it is looked for first.
  private mutating func remember(_ key: UnsafeBufferPointer<UInt8>, _ expected: inout Int) {
    if expected < buffer.fields.count, buffer.fields[expected].elementsEqual(key) {
      expected += 1
    } else if buffer.fields.count < GeoJSONReader.mostFields {
      if let known = buffer.fields.firstIndex(where: { $0.elementsEqual(key) }) {
        expected = known + 1
      } else {
        buffer.fields.append(Array(key))
        expected = buffer.fields.count
      }
    }
  }

  // MARK: Geometries

  /// Consumes one geometry object and adds its polygons to the area being built.
  private mutating func geometry(depth: Int) throws(FootprintsError) -> FeatureTable.Shape {
    guard depth < Self.deepestCollection else { throw json.failure("geometry collections nested too deeply") }
    let place = json.at
    let mark = buffer.mark
    var type = ""
    var levels = -1
    var empty = true
    point = nil
    var members: [FeatureTable.Shape]?
    var json = self.json
    guard json.peek() == 0x7B else { throw json.unexpected("a geometry object or null") }
    var probe = json
    if probe.take(0x7B), probe.take(0x7D) {
      // Not what the standard asks for, but nothing can be meant by it except that there is none.
      self.json = probe
      return .none
    }
    try json.object { (json, key) throws(FootprintsError) in
      if key.equals("coordinates") {
        buffer.truncate(to: mark)
        self.json = json
        (levels, empty) = try coordinates()
        json = self.json
      } else if key.equals("type") {
        type = try json.string()
      } else if key.equals("geometries") {
        buffer.truncate(to: mark)
        var shapes: [FeatureTable.Shape] = []
        try json.array { (json) throws(FootprintsError) in
          self.json = json
          shapes.append(try geometry(depth: depth + 1))
          json = self.json
        }
        members = shapes
      } else {
        try json.skipValue()
      }
    }
    self.json = json
    guard members == nil || levels < 0 else {
      throw json.failure("a geometry with both 'coordinates' and 'geometries'", at: place)
    }
    switch type {
    case "Polygon", "MultiPolygon":
      guard levels >= 0 else { throw json.failure("a \(type) without coordinates", at: place) }
      if empty { return .none }
      guard levels == (type == "Polygon" ? 3 : 4) else {
        throw json.failure(
          "the coordinates of a \(type) are nested \(levels) deep", at: place,
          remedy: "A Polygon has an array of rings, a MultiPolygon an array of those.")
      }
      return buffer.hasPolygons(since: mark) ? .polygon : .none
    case "GeometryCollection":
      guard let members else { throw json.failure("a GeometryCollection without geometries", at: place) }
      return collected(members)
    case "Point", "MultiPoint", "LineString", "MultiLineString":
      buffer.truncate(to: mark)
      return .other(type)
    case "": throw json.failure("a geometry without a type", at: place)
    default:
      throw json.failure("unknown geometry type '\(type)'", at: place)
    }
  }

  /// The shape of a collection: its polygons count, what else it holds is reported.
  private mutating func collected(_ members: [FeatureTable.Shape]) -> FeatureTable.Shape {
    let others = members.filter { if case .other = $0 { true } else { false } }
    if members.count > 1 { point = .several }
    guard members.contains(.polygon) else { return others.first ?? .none }
    if !others.isEmpty, buffer.mixed.last != buffer.count { buffer.mixed.append(buffer.count) }
    return .polygon
  }

  // MARK: Coordinates

  /// Consumes a coordinates array of any depth. Rings and polygons are ended here, including for deeper or
  /// shallower arrays, whose type decides what happens to them. Returns the depth of the brackets and
  /// whether no position was found.
  private mutating func coordinates() throws(FootprintsError) -> (levels: Int, empty: Bool) {
    guard json.peek() == 0x5B else { throw json.unexpected("an array of coordinates") }
    var probe = json
    var levels = 0
    while probe.take(0x5B) { levels += 1 }
    if probe.peek() == 0x5D {
      guard let deeper = try depthBehindEmptyParts() else {
        try json.skipValue()
        return (levels, true)
      }
      levels = deeper
    }
    switch levels {
    case 3:
      try polygon()
    case 4:
      try multiPolygon()
    default:
      guard levels < 4 else { throw json.failure("coordinates nested \(levels) deep") }
      if levels > 0, let only = try onlyPosition(levels: levels) {
        point = only
      } else {
        point = .several
        try json.skipValue()
      }
    }
    return (levels, false)
  }

  /// Consumes the coordinates of a point, or of several points of which there is only one; nil, and nothing consumed, where
  /// there are more.
  private mutating func onlyPosition(levels: Int) throws(FootprintsError) -> Coordinate? {
    var probe = json
    for _ in 0..<levels { try probe.expect(0x5B, "a position") }
    let place = probe.at
    let x = try probe.number()
    try probe.expect(0x2C, "','")
    let y = try probe.number()
    while probe.take(0x2C) {
      if probe.peek() == 0x6E { try probe.literal("null") } else { try probe.skipNumber() }
    }
    for _ in 0..<levels where !probe.take(0x5D) {
      if levels == 2, probe.peek() == 0x2C { return nil }
      throw probe.unexpected("',' or ']'")
    }
    guard x.isFinite && y.isFinite else {
      throw probe.failure(
        "a coordinate is too large for a number", at: place, remedy: "Correct this position.")
    }
    json = probe
    return Coordinate(x, y)
  }

  /// The depth of the first number in a coordinates array that begins with an empty part, such as
  /// `[[], [[...]]]`; nil where there is no number at all.
  private func depthBehindEmptyParts() throws(FootprintsError) -> Int? {
    var probe = json
    // Rare, so going through all of it twice is good enough.
    try probe.skipValue()
    var levels = 0
    for byte in UnsafeBufferPointer(start: json.at, count: probe.at - json.at) {
      switch byte {
      case 0x5B: levels += 1
      case 0x5D: levels -= 1
      case 0x2D, 0x30...0x39: return levels
      default: break
      }
    }
    return nil
  }

  private mutating func multiPolygon() throws(FootprintsError) {
    try json.expect(0x5B, "an array of polygons")
    repeat { try polygon() } while json.take(0x2C)
    try json.expect(0x5D, "',' or ']'")
  }

  /// Consumes one polygon; one without rings is none.
  private mutating func polygon() throws(FootprintsError) {
    try json.expect(0x5B, "an array of rings")
    if json.take(0x5D) { return }
    var hasRing = try ring()
    while json.take(0x2C) {
      if try ring() { hasRing = true }
    }
    try json.expect(0x5D, "',' or ']'")
    if hasRing { buffer.geometry.endPolygon() }
  }

  /// Consumes one ring and closes it if it was left open; one that then has fewer than four positions is
  /// left out, and an empty one is no ring. Returns whether the ring was kept.
  private mutating func ring() throws(FootprintsError) -> Bool {
    var probe = json
    if probe.take(0x5B), probe.take(0x5D) {
      json = probe
      return false
    }
    let mark = buffer.geometry.mark
    let first = buffer.geometry.coordinates.count
    if try positions() { buffer.threeDimensional += 1 }
    let index = buffer.count
    let last = buffer.geometry.coordinates.count - 1
    if buffer.geometry.coordinates[first] != buffer.geometry.coordinates[last] {
      buffer.geometry.append(buffer.geometry.coordinates[first])
      if buffer.unclosed.last != index { buffer.unclosed.append(index) }
    }
    guard buffer.geometry.coordinates.count - first >= 4 else {
      buffer.geometry.truncate(to: mark)
      if buffer.degenerate.last != index { buffer.degenerate.append(index) }
      return false
    }
    buffer.geometry.endRing()
    return true
  }

  /// Consumes an array of at least one position, the innermost loop of the reader. Returns whether any has
  /// more than two numbers.
  private mutating func positions() throws(FootprintsError) -> Bool {
    // A cursor of its own stays in registers. A failure carries its place, so none has to be written back.
    var json = self.json
    try json.expect(0x5B, "an array of positions")
    var more = false
    repeat {
      try json.expect(0x5B, "a position")
      let place = json.at
      let x = try json.number()
      try json.expect(0x2C, "','")
      let y = try json.number()
      while json.take(0x2C) {
        // Some programs write null for a height that they do not know.
        if json.peek() == 0x6E { try json.literal("null") } else { try json.skipNumber() }
        more = true
      }
      try json.expect(0x5D, "',' or ']'")
      guard x.isFinite && y.isFinite else {
        throw json.failure(
          "a coordinate is too large for a number", at: place, remedy: "Correct this position.")
      }
      buffer.geometry.append(Coordinate(x, y))
      plain.read(&json, into: &buffer.geometry)
    } while json.take(0x2C)
    try json.expect(0x5D, "',' or ']'")
    self.json = json
    return more
  }
}

extension Coordinate {
  /// No position.
  static let none = Coordinate(.nan, .nan)
  /// More positions than one, which is no position either.
  static let several = Coordinate(.infinity, .infinity)
}
