/// Makes well-known binary from the records of a .shp.
struct ShapefileGeometry: Sendable {
  /// What was repaired on the way, by record.
  private(set) var unclosed = RecordList()
  private(set) var degenerate = RecordList()
  private(set) var misoriented = RecordList()

  /// The positions of the record at hand.
  private var positions: [Coordinate] = []
  private var heights: [Double] = []
  private var measures: [Double] = []
  private var parts: PositionParts = []

  /// Appends the geometry of a record; nothing for a null shape, or one without positions.
  mutating func append(
    _ record: ShapefileRecords.Record, _ bytes: RawSpan, to out: inout [UInt8]
  ) throws(FootprintsError) {
    switch record.type {
    case .null, .multiPatch: return
    case .point, .pointZ, .pointM: try appendPoint(record, bytes, &out)
    case .multiPoint, .multiPointZ, .multiPointM: try appendPoints(record, bytes, &out)
    default: try appendParts(record, bytes, &out)
    }
  }

  private mutating func appendPoint(
    _ record: ShapefileRecords.Record, _ bytes: RawSpan, _ out: inout [UInt8]
  ) throws(FootprintsError) {
    // A height may be followed by a measure, which old files leave away.
    let needed = record.type.parts.isEmpty ? 20 : 28
    guard record.content.count >= needed else { throw bad(record, "is too short for a point") }
    let start = record.content.lowerBound
    try read(record, bytes, count: 1, at: start + 4, further: start + 20, withRanges: false)
    WKB.appendHeader(.point, parts, to: &out)
    append(0..<1, to: &out)
  }

  private mutating func appendPoints(
    _ record: ShapefileRecords.Record, _ bytes: RawSpan, _ out: inout [UInt8]
  ) throws(FootprintsError) {
    let start = record.content.lowerBound
    guard record.content.count >= 40 else { throw bad(record, "is too short for points") }
    let count = Int(bytes.littleEndianInt32(at: start + 36))
    guard count >= 0, 40 + 16 * count <= record.content.count else {
      throw bad(record, "states \(count) points, more than its \(record.content.count) bytes")
    }
    if count == 0 { return }
    try read(record, bytes, count: count, at: start + 40, further: start + 40 + 16 * count, withRanges: true)
    WKB.appendHeader(.multiPoint, parts, to: &out)
    WKB.append(UInt32(count), to: &out)
    for index in 0..<count {
      WKB.appendHeader(.point, parts, to: &out)
      append(index..<index + 1, to: &out)
    }
  }

  private mutating func appendParts(
    _ record: ShapefileRecords.Record, _ bytes: RawSpan, _ out: inout [UInt8]
  ) throws(FootprintsError) {
    let start = record.content.lowerBound
    guard record.content.count >= 44 else { throw bad(record, "is too short for parts") }
    let partCount = Int(bytes.littleEndianInt32(at: start + 36))
    let count = Int(bytes.littleEndianInt32(at: start + 40))
    guard partCount >= 0, count >= 0, 44 + 4 * partCount + 16 * count <= record.content.count else {
      throw bad(
        record, "states \(partCount) parts and \(count) points, more than its \(record.content.count) bytes")
    }
    guard partCount > 0 || count == 0 else { throw bad(record, "has points but no part") }
    let points = start + 44 + 4 * partCount
    try read(record, bytes, count: count, at: points, further: points + 16 * count, withRanges: true)
    var ranges: [Range<Int>] = []
    var from = 0
    for part in 0..<partCount {
      let stated = Int(bytes.littleEndianInt32(at: start + 44 + 4 * part))
      let to = part + 1 < partCount ? Int(bytes.littleEndianInt32(at: start + 48 + 4 * part)) : count
      guard stated == from, to >= from, to <= count else {
        throw bad(record, "has part indexes out of order or beyond its points")
      }
      if to > from { ranges.append(from..<to) }
      from = to
    }
    if record.type.isPolygon {
      appendPolygons(ranges, record, &out)
    } else {
      appendLines(ranges, &out)
    }
  }

  private func appendLines(_ lines: [Range<Int>], _ out: inout [UInt8]) {
    if lines.isEmpty { return }
    if lines.count > 1 {
      WKB.appendHeader(.multiLineString, parts, to: &out)
      WKB.append(UInt32(lines.count), to: &out)
    }
    for line in lines {
      WKB.appendHeader(.lineString, parts, to: &out)
      WKB.append(UInt32(line.count), to: &out)
      append(line, to: &out)
    }
  }

  /// Groups rings into polygons: a hole belongs to the smallest exterior around it (`RingRoles`).
  private mutating func appendPolygons(
    _ all: [Range<Int>], _ record: ShapefileRecords.Record, _ out: inout [UInt8]
  ) {
    let rings = closedRings(all, record)
    if rings.isEmpty { return }
    let areas = rings.map(doubleArea)
    var exteriors = [Int?](repeating: nil, count: rings.count)
    if rings.count == 1 {
      if areas[0] > 0 { misoriented.insert(record.number) }
    } else if areas.contains(where: { $0 > 0 }) {
      let roles = RingRoles(coordinates: positions[...], rings: rings, doubleAreas: areas)
      if !roles.followsOrientation { misoriented.insert(record.number) }
      exteriors = roles.exteriors
    }
    var holes = [[Int]](repeating: [], count: rings.count)
    for (ring, exterior) in exteriors.enumerated() {
      if let exterior { holes[exterior].append(ring) }
    }
    let polygons = rings.indices.filter { exteriors[$0] == nil }
    if polygons.count > 1 {
      WKB.appendHeader(.multiPolygon, parts, to: &out)
      WKB.append(UInt32(polygons.count), to: &out)
    }
    for polygon in polygons {
      WKB.appendHeader(.polygon, parts, to: &out)
      WKB.append(UInt32(1 + holes[polygon].count), to: &out)
      for ring in [polygon] + holes[polygon] {
        WKB.append(UInt32(rings[ring].count), to: &out)
        append(rings[ring], to: &out)
      }
    }
  }

  /// The rings, each closed, without those that have no area.
  private mutating func closedRings(
    _ rings: [Range<Int>], _ record: ShapefileRecords.Record
  ) -> [Range<Int>] {
    var closed: [Range<Int>] = []
    for ring in rings {
      var ring = ring
      if ring.count >= 3, positions[ring.lowerBound] != positions[ring.upperBound - 1] {
        unclosed.insert(record.number)
        // At the end of all, so that the others stay where they are.
        let start = positions.count
        for index in Array(ring) + [ring.lowerBound] {
          positions.append(positions[index])
          if parts.contains(.height) { heights.append(heights[index]) }
          if parts.contains(.measure) { measures.append(measures[index]) }
        }
        ring = start..<positions.count
      }
      if ring.count >= 4 { closed.append(ring) } else { degenerate.insert(record.number) }
    }
    return closed
  }

  /// Shoelace from the first vertex; positive for counter-clockwise.
  private func doubleArea(of ring: Range<Int>) -> Double {
    let origin = positions[ring.lowerBound]
    var sum = 0.0
    for index in ring.dropLast() {
      let (a, b) = (positions[index], positions[index + 1])
      sum += (a.x - origin.x) * (b.y - origin.y) - (b.x - origin.x) * (a.y - origin.y)
    }
    return sum.isNaN ? 0 : sum
  }

  /// Reads positions, and what further numbers they have.
  private mutating func read(
    _ record: ShapefileRecords.Record, _ bytes: RawSpan, count: Int, at start: Int, further: Int,
    withRanges: Bool
  ) throws(FootprintsError) {
    positions.removeAll(keepingCapacity: true)
    for index in 0..<count {
      let x = bytes.littleEndianDouble(at: start + 16 * index)
      let y = bytes.littleEndianDouble(at: start + 16 * index + 8)
      // A point of neither is how an empty one is written.
      let isNowhere = !withRanges && x.isNaN && y.isNaN
      guard x.isFinite && y.isFinite || isNowhere else {
        throw bad(record, "has the coordinates \(x), \(y), which are not a position")
      }
      positions.append(Coordinate(x, y))
    }
    // Each list has its range in front, except that of a point.
    let head = withRanges ? 16 : 0
    var place = further
    func numbers() -> [Double]? {
      guard place + head + 8 * count <= record.content.upperBound else { return nil }
      defer { place += head + 8 * count }
      return (0..<count).map { bytes.littleEndianDouble(at: place + head + 8 * $0) }
    }
    parts = []
    if record.type.parts.contains(.height) {
      guard let found = numbers() else { throw bad(record, "is too short for its heights") }
      heights = found
      parts.insert(.height)
    }
    if !record.type.parts.isEmpty, let found = numbers() {
      // Below this the format means that there is none.
      measures = found.map { $0 < -1e38 ? .nan : $0 }
      if measures.contains(where: { !$0.isNaN }) { parts.insert(.measure) }
    }
  }

  private func append(_ range: Range<Int>, to out: inout [UInt8]) {
    for index in range {
      WKB.append(positions[index].x, to: &out)
      WKB.append(positions[index].y, to: &out)
      if parts.contains(.height) { WKB.append(heights[index], to: &out) }
      if parts.contains(.measure) { WKB.append(measures[index], to: &out) }
    }
  }

  private func bad(_ record: ShapefileRecords.Record, _ message: String) -> FootprintsError {
    FootprintsError(
      .badData, "record \(record.number) \(message)",
      place: "record \(record.number), byte \(record.content.lowerBound)",
      remedy: "Repair or leave out this feature in a GIS and export it again.")
  }
}
