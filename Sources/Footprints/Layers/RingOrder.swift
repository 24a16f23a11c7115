/// What was wrong with the order of an area's rings.
public enum RingOrderFault: Sendable, Hashable {
  /// A ring that holds the others of its polygon did not come first.
  case exteriorNotFirst
  /// A ring stands twice in its polygon.
  case ringTwice
  /// Rings of one polygon lie apart from each other, none around the others.
  case ringsApart
}

extension RingOrderFault: CustomStringConvertible {
  /// What was done about it, in words.
  public var description: String {
    switch self {
    case .exteriorNotFirst: "the ring that holds the others was taken for the exterior"
    case .ringTwice: "a ring that stands twice was taken once"
    case .ringsApart: "rings apart from each other were taken for parts"
    }
  }
}

/// The rings of an invalid area in order: each once, the exterior first, rings that lie apart as parts.
///
/// A file may have the rings of a polygon in any order. What lies inside what decides, never the way a ring runs.
/// Where the first ring of a polygon holds all the others, as the formats ask for, nothing is changed; where not, a
/// ring inside an even number of others is an exterior. A ring that crosses the first remains a hole of it, as it
/// was meant.
struct RingOrder {
  /// The area, alone.
  private(set) var geometry = MultiPolygonArray()
  /// What was changed, in the order of the cases.
  var faults: [RingOrderFault] {
    [.exteriorNotFirst, .ringTwice, .ringsApart].filter(found.contains)
  }

  private var found: Set<RingOrderFault> = []
  private let array: MultiPolygonArray
  private let grid: IntegerGrid

  init(
    ofArea area: Int, of array: MultiPolygonArray, _ grid: IntegerGrid, in context: GEOSContext
  ) throws(FootprintsError) {
    self.grid = grid
    self.array = array
    for polygon in array.polygons(of: area) {
      for rings in try parts(array.rings(of: polygon), context) {
        for ring in rings {
          for vertex in array.vertices(of: ring) { geometry.append(array.coordinates[vertex]) }
          geometry.endRing()
        }
        geometry.endPolygon()
      }
    }
    geometry.endArea()
  }

  /// The polygons that the rings of one polygon are, each with its exterior first.
  private mutating func parts(
    _ all: Range<Int>, _ context: GEOSContext
  ) throws(FootprintsError) -> [[Int]] {
    guard all.count > 1 else { return [Array(all)] }
    let rings = different(all)
    guard rings.count > 1 else { return [rings] }
    let nesting = nesting(rings)
    let outermost = self.outermost(nesting)
    let exterior = try GEOSPreparedGeometry(polygon(rings[outermost], context))
    let isFirst = outermost == 0
    var holdsFirst = false
    if !isFirst {
      holdsFirst = try exterior.covers(polygon(rings[0], context))
      // What crosses it was not meant for its hole.
      if !holdsFirst, !(try self.isApart(rings[0], from: exterior, context)) { return [rings] }
    }
    var parents = nesting.parents
    for ring in rings.indices where ring != outermost && (parents[ring] ?? outermost) == outermost {
      // Where rings share an edge or cross, the nesting of their lowest points can be wrong.
      parents[ring] = try self.isApart(rings[ring], from: exterior, context) ? nil : outermost
    }
    let isApart = parents.indices.contains { $0 != outermost && parents[$0] == nil }
    if isFirst, !isApart { return [rings] }
    if holdsFirst { found.insert(.exteriorNotFirst) }
    if isApart { found.insert(.ringsApart) }
    let exteriors = evenOdd(parents, nesting.order)
    return rings.indices.filter { exteriors[$0] == nil }.map { exterior in
      [rings[exterior]] + rings.indices.filter { exteriors[$0] == exterior }.map { rings[$0] }
    }
  }

  /// Whether a ring has no ground in common with an exterior, of which it can then not be a hole; a hundredth of its
  /// own is none.
  private func isApart(
    _ ring: Int, from exterior: borrowing GEOSPreparedGeometry, _ context: GEOSContext
  ) throws(FootprintsError) -> Bool {
    if try exterior.covers(GEOSGeometry(area: 0, of: alone(ring), in: context)) { return false }
    let other = try polygon(ring, context)
    guard try exterior.intersects(other) else { return true }
    return try exterior.base.intersection(other).area() <= 0.01 * other.area()
  }

  /// The rings without those that have the same edges as one before.
  private mutating func different(_ rings: Range<Int>) -> [Int] {
    // Only rings that are as long and, rounding aside, as large as another are worth comparing edge by edge.
    let sizes = rings.map {
      (ring: $0, length: array.vertices(of: $0).count, area: abs(array.signedArea(ofRing: $0)))
    }
    .sorted { ($0.length, $0.area, $0.ring) < ($1.length, $1.area, $1.ring) }
    var doubtful: Set<Int> = []
    for (one, next) in zip(sizes, sizes.dropFirst())
    where one.length == next.length && next.area - one.area <= 1e-6 * next.area {
      doubtful.formUnion([one.ring, next.ring])
    }
    var seen: Set<[Edge]> = []
    return rings.filter { ring in
      guard doubtful.contains(ring) else { return true }
      let edges = array.vertices(of: ring).dropLast().map {
        Edge(array.coordinates[$0], array.coordinates[$0 + 1])
      }
      let isNew = seen.insert(edges.sorted()).inserted
      if !isNew { found.insert(.ringTwice) }
      return isNew
    }
  }

  /// An edge whichever way it runs.
  private struct Edge: Hashable, Comparable {
    let low: Coordinate
    let high: Coordinate

    init(_ a: Coordinate, _ b: Coordinate) {
      (low, high) = (a.x, a.y) < (b.x, b.y) ? (a, b) : (b, a)
    }

    static func < (a: Edge, b: Edge) -> Bool {
      (a.low.x, a.low.y, a.high.x, a.high.y) < (b.low.x, b.low.y, b.high.x, b.high.y)
    }
  }

  private func nesting(_ rings: [Int]) -> RingNesting {
    var coordinates: [Coordinate] = []
    var ranges: [Range<Int>] = []
    for ring in rings {
      let start = coordinates.count
      coordinates += array.coordinates[array.vertices(of: ring)]
      ranges.append(start..<coordinates.count)
    }
    return RingNesting(
      coordinates: coordinates[...], rings: ranges,
      doubleAreas: rings.map { 2 * array.signedArea(ofRing: $0) })
  }

  /// The outermost ring around the first, which may be itself.
  private func outermost(_ nesting: RingNesting) -> Int {
    var ring = 0
    while let parent = nesting.parents[ring] { ring = parent }
    return ring
  }

  /// For each ring the exterior it is a hole of; nil for exteriors, which lie inside an even number of rings. In
  /// the order parents come first, except those that have none themselves.
  private func evenOdd(_ parents: [Int?], _ order: [Int]) -> [Int?] {
    var depths = Array(repeating: 0, count: parents.count)
    var exteriors: [Int?] = Array(repeating: nil, count: parents.count)
    for ring in order {
      guard let parent = parents[ring] else { continue }
      depths[ring] = depths[parent] + 1
      if !depths[ring].isMultiple(of: 2) { exteriors[ring] = parent }
    }
    return exteriors
  }

  /// The ground inside one ring, valid.
  private func polygon(_ ring: Int, _ context: GEOSContext) throws(FootprintsError) -> GEOSGeometry {
    let valid = try PolygonRepair.repaired(alone(ring), unitsPerOne: grid.unitsPerMetre, jobs: 1)
    return try GEOSGeometry(area: 0, of: valid, in: context)
  }

  /// An area of one ring.
  private func alone(_ ring: Int) -> MultiPolygonArray {
    var area = MultiPolygonArray()
    for vertex in array.vertices(of: ring) { area.append(array.coordinates[vertex]) }
    area.endRing()
    area.endPolygon()
    area.endArea()
    return area
  }
}
