/// The buffers of a `MultiPolygonArray` while the polygon records of a .shp are read into them.
struct ShapefilePolygons {
  private var coordinates: [Coordinate] = []
  private var ringOffsets = [0]
  private var polygonOffsets = [0]
  private var areaOffsets = [0]
  /// Scratch: the rings of one record, as ranges of `coordinates`, and their signed areas times two.
  private var rings: [Range<Int>] = []
  private var doubleAreas: [Double] = []

  /// What was repaired on the way, by record.
  private(set) var unclosed = RecordList()
  /// Records with rings of fewer than three corners, which were left out.
  private(set) var degenerate = RecordList()
  /// Records whose holes lie in no exterior, or whose only ring is a hole.
  private(set) var misoriented = RecordList()

  /// Starts with room for what a file of that size can hold.
  init(byteCount: Int) {
    coordinates.reserveCapacity(byteCount / 16)
  }

  /// Hands over what was read.
  consuming func finish() -> MultiPolygonArray {
    MultiPolygonArray(
      coordinates: coordinates, ringOffsets: ringOffsets, polygonOffsets: polygonOffsets,
      areaOffsets: areaOffsets)
  }

  /// Adds an area without geometry.
  mutating func appendEmptyArea() { areaOffsets.append(polygonOffsets.count - 1) }

  /// Adds the area of a polygon record and says whether it has any polygon.
  ///
  /// The content: type, box (4 doubles), number of parts, number of points, index of the first point of
  /// each part, points as x and y. What PolygonZ and PolygonM add comes after and is not looked at.
  mutating func appendArea(_ record: ShapefileRecords.Record, _ bytes: RawSpan) throws(FootprintsError)
    -> Bool
  {
    let start = record.content.lowerBound
    guard record.content.count >= 44 else {
      throw bad(record, "is too short for a polygon, \(record.content.count) bytes")
    }
    let partCount = Int(bytes.littleEndianInt32(at: start + 36))
    let pointCount = Int(bytes.littleEndianInt32(at: start + 40))
    guard partCount >= 0, pointCount >= 0 else {
      throw bad(record, "states \(partCount) parts and \(pointCount) points")
    }
    guard 44 + 4 * partCount + 16 * pointCount <= record.content.count else {
      throw bad(
        record,
        "states \(partCount) parts and \(pointCount) points, more than its \(record.content.count) bytes")
    }
    guard partCount > 0 || pointCount == 0 else { throw bad(record, "has points but no part") }

    rings.removeAll(keepingCapacity: true)
    doubleAreas.removeAll(keepingCapacity: true)
    let points = start + 44 + 4 * partCount
    var from = 0
    for part in 0..<partCount {
      let stated = Int(bytes.littleEndianInt32(at: start + 44 + 4 * part))
      let to = part + 1 < partCount ? Int(bytes.littleEndianInt32(at: start + 48 + 4 * part)) : pointCount
      guard stated == from, to >= from, to <= pointCount else {
        throw bad(record, "has part indexes out of order or beyond its points", part: part)
      }
      try appendRing(from: points + 16 * from, count: to - from, bytes, record)
      from = to
    }
    appendPolygons(record.number)
    areaOffsets.append(polygonOffsets.count - 1)
    return !rings.isEmpty
  }

  /// Adds one ring to the coordinates and the scratch.
  private mutating func appendRing(
    from offset: Int, count: Int, _ bytes: RawSpan, _ record: ShapefileRecords.Record
  ) throws(FootprintsError) {
    let first = coordinates.count
    for point in 0..<count {
      let x = bytes.littleEndianDouble(at: offset + 16 * point)
      let y = bytes.littleEndianDouble(at: offset + 16 * point + 8)
      guard x.isFinite, y.isFinite else {
        throw bad(record, "has the coordinates \(x), \(y), which are not a position", part: rings.count)
      }
      coordinates.append(Coordinate(x, y))
    }
    if count >= 3, coordinates[first] != coordinates[coordinates.count - 1] {
      coordinates.append(coordinates[first])
      unclosed.insert(record.number)
    }
    let ring = first..<coordinates.count
    guard ring.count >= 4 else {
      coordinates.removeLast(ring.count)
      degenerate.insert(record.number)
      return
    }
    rings.append(ring)
    doubleAreas.append(doubleArea(of: ring))
  }

  /// Shoelace from the first vertex, which keeps the products small; positive for counter-clockwise.
  private func doubleArea(of ring: Range<Int>) -> Double {
    let origin = coordinates[ring.lowerBound]
    var sum = 0.0
    var (lastX, lastY) = (0.0, 0.0)
    for vertex in ring {
      let (x, y) = (coordinates[vertex].x - origin.x, coordinates[vertex].y - origin.y)
      sum += lastX * y - x * lastY
      (lastX, lastY) = (x, y)
    }
    // Sides of more than 1e154 overflow the products, and infinity minus infinity is not a number.
    return sum.isNaN ? 0 : sum
  }

  /// Groups the rings of the scratch into polygons.
  private mutating func appendPolygons(_ record: Int) {
    // Clockwise means exterior, and so does no area at all: repairing such a ring is for those who
    // judge validity.
    if rings.count == 1 && doubleAreas[0] > 0 { misoriented.insert(record) }
    guard rings.count > 1, doubleAreas.contains(where: { $0 > 0 }), let base = rings.first?.lowerBound else {
      for ring in rings {
        ringOffsets.append(ring.upperBound)
        polygonOffsets.append(ringOffsets.count - 1)
      }
      return
    }
    let roles = RingRoles(coordinates: coordinates[base...], rings: rings, doubleAreas: doubleAreas)
    if !roles.followsOrientation { misoriented.insert(record) }
    reorder(roles.exteriors, base)
  }

  /// Moves the holes of each exterior to follow it.
  private mutating func reorder(_ exteriors: [Int?], _ base: Int) {
    var holes: [[Int]] = Array(repeating: [], count: rings.count)
    for (ring, exterior) in exteriors.enumerated() {
      if let exterior { holes[exterior].append(ring) }
    }
    let old = Array(coordinates[base...])
    coordinates.removeLast(old.count)
    for exterior in rings.indices where exteriors[exterior] == nil {
      for ring in [exterior] + holes[exterior] {
        coordinates.append(contentsOf: old[rings[ring].lowerBound - base..<rings[ring].upperBound - base])
        ringOffsets.append(coordinates.count)
      }
      polygonOffsets.append(ringOffsets.count - 1)
    }
  }

  /// The error for a record whose content makes no sense.
  private func bad(_ record: ShapefileRecords.Record, _ message: String, part: Int? = nil) -> FootprintsError
  {
    let place = "record \(record.number), byte \(record.content.lowerBound)"
    return FootprintsError(
      .badData, "record \(record.number) \(message)", place: part.map { "\(place), part \($0 + 1)" } ?? place,
      remedy: "Repair or leave out this feature in a GIS and export it again.")
  }
}
