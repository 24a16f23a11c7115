/// Writes the shapes of a Shapefile and their index: the .shp and the .shx without their headers.
struct ShapefileShapes {
  private let shapes: Spool
  private let index: Spool
  /// The type of all shapes; null until there is one.
  private(set) var type = ShapefileShapeType.null
  private var family: ShapeCollector.Family?
  private let isMultiPoint: Bool
  private let parts: PositionParts
  private var least = [Double](repeating: .infinity, count: 4)
  private var most = [Double](repeating: -.infinity, count: 4)
  private var number: Int32 = 0
  /// What could not be kept: shapes of another kind, heights or measures, rings that were open.
  private(set) var losses = (foreign: 0, numbers: 0, unclosed: 0)

  /// Begins, for a layer whose geometries are of some types and have some numbers.
  init(_ schema: LayerSchema) throws(FootprintsError) {
    shapes = try Spool(for: schema.name)
    index = try Spool(for: schema.name)
    isMultiPoint = schema.types.contains(GeometryType.Set(.multiPoint))
    parts = schema.parts
  }

  /// Adds the geometry of the next feature, which may be none.
  mutating func append(_ geometry: UnsafeRawBufferPointer) throws(FootprintsError) {
    var shape = ShapeCollector()
    WKB.walk(geometry, &shape)
    number += 1
    var content: [UInt8] = []
    if shape.isForeign || shape.families.count > 1 || !fits(shape) {
      losses.foreign += 1
    } else if !shape.positions.isEmpty {
      if shape.isUnclosed { losses.unclosed += 1 }
      if !shape.parts.isSubset(of: parts) { losses.numbers += 1 }
      write(shape, to: &content)
    }
    if content.isEmpty { Self.append(0, to: &content) }
    let offset = (ShapefileHeader.length + shapes.count) / 2
    guard offset + content.count / 2 < 1 << 31 else {
      throw FootprintsError(
        .cannotWrite, "a Shapefile cannot be larger than 4 GiB", remedy: "Write a GeoPackage instead.")
    }
    var entry: [UInt8] = []
    Self.appendBig(Int32(offset), to: &entry)
    Self.appendBig(Int32(content.count / 2), to: &entry)
    try index.append(entry)
    var header: [UInt8] = []
    Self.appendBig(number, to: &header)
    Self.appendBig(Int32(content.count / 2), to: &header)
    try shapes.append(header)
    try shapes.append(content)
  }

  /// Hands on the .shp and the .shx.
  func finish(shp: any ByteSink, shx: any ByteSink) throws(FootprintsError) {
    try shp.write(header(of: shapes))
    try shapes.copy(to: shp)
    try shx.write(header(of: index))
    try index.copy(to: shx)
  }

  private mutating func fits(_ shape: ShapeCollector) -> Bool {
    guard let own = shape.families.first else { return true }
    if family == nil {
      family = own
      let plain: ShapefileShapeType =
        switch own {
        case .points: isMultiPoint || shape.positions.count > 1 ? .multiPoint : .point
        case .lines: .polyLine
        case .rings: .polygon
        }
      let offset: Int32 = parts.contains(.height) ? 10 : parts.contains(.measure) ? 20 : 0
      type = ShapefileShapeType(rawValue: plain.rawValue + offset) ?? plain
    }
    return own == family && !(isSinglePoint && shape.positions.count > 1)
  }

  private var isSinglePoint: Bool { type == .point || type == .pointZ || type == .pointM }

  private mutating func write(_ shape: ShapeCollector, to out: inout [UInt8]) {
    let (hasHeights, hasMeasures) = (parts.contains(.height), parts.contains(.measure))
    let columns = [shape.positions.map(\.x), shape.positions.map(\.y), shape.heights, shape.measures]
    let low = columns.map { $0.min() ?? 0 }
    let high = columns.map { $0.max() ?? 0 }
    for place in 0..<4 {
      least[place] = min(least[place], low[place])
      most[place] = max(most[place], high[place])
    }
    Self.append(type.rawValue, to: &out)
    if !isSinglePoint {
      for bound in [low[0], low[1], high[0], high[1]] { WKB.append(bound, to: &out) }
      if family != .points { Self.append(Int32(clamping: shape.starts.count), to: &out) }
      Self.append(Int32(clamping: shape.positions.count), to: &out)
      if family != .points { for start in shape.starts { Self.append(Int32(clamping: start), to: &out) } }
    }
    for position in shape.positions {
      WKB.append(position.x, to: &out)
      WKB.append(position.y, to: &out)
    }
    for (place, isThere) in [(2, hasHeights), (3, hasMeasures)] where isThere {
      if !isSinglePoint {
        WKB.append(low[place], to: &out)
        WKB.append(high[place], to: &out)
      }
      for value in columns[place] { WKB.append(value, to: &out) }
    }
  }

  private func header(of body: Spool) -> [UInt8] {
    var out: [UInt8] = []
    Self.appendBig(9994, to: &out)
    for _ in 0..<5 { Self.appendBig(0, to: &out) }
    Self.appendBig(Int32(clamping: (ShapefileHeader.length + body.count) / 2), to: &out)
    Self.append(1000, to: &out)
    Self.append(type.rawValue, to: &out)
    func bound(_ value: Double) -> Double { value.isFinite ? value : 0 }
    for place in [0, 1] { WKB.append(bound(least[place]), to: &out) }
    for place in [0, 1] { WKB.append(bound(most[place]), to: &out) }
    for (place, part) in [(2, PositionParts.height), (3, .measure)] {
      WKB.append(parts.contains(part) ? bound(least[place]) : 0, to: &out)
      WKB.append(parts.contains(part) ? bound(most[place]) : 0, to: &out)
    }
    return out
  }

  private static func append(_ number: Int32, to out: inout [UInt8]) {
    WKB.append(UInt32(bitPattern: number), to: &out)
  }

  private static func appendBig(_ number: Int32, to out: inout [UInt8]) {
    withUnsafeBytes(of: number.bigEndian) { out.append(contentsOf: $0) }
  }
}
