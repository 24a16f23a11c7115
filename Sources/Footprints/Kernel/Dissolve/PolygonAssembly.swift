/// Makes an area of traced rings: each exterior with its holes, in an order that depends on the rings alone.
struct PolygonAssembly {
  private let rings: TracedRings
  private let grid: IntegerGrid
  /// The exterior that each hole belongs to; nil for exteriors, and for holes in none.
  private var parents: [Int?]

  /// Finds out which hole belongs to which exterior.
  init(_ rings: TracedRings, _ grid: IntegerGrid) {
    self.rings = rings
    self.grid = grid
    parents = Array(repeating: nil, count: rings.count)
    let exteriors = (0..<rings.count).filter { rings.doubleAreas[$0] > 0 }
    let holes = (0..<rings.count).filter { rings.doubleAreas[$0] < 0 }
    if holes.isEmpty || exteriors.isEmpty { return }
    if exteriors.count == 1 {
      for hole in holes { parents[hole] = exteriors[0] }
    } else if holes.count <= Self.mostPairs / exteriors.count {
      let search = HoleSearch(rings, exteriors)
      for hole in holes { parents[hole] = search.exterior(around: hole) }
    } else {
      let coordinates = rings.points.map { Coordinate(Double($0.x), Double($0.y)) }
      let nesting = RingNesting(
        coordinates: coordinates[...],
        rings: (0..<rings.count).map { rings.offsets[$0]..<rings.offsets[$0 + 1] },
        doubleAreas: rings.doubleAreas.map { Double($0) })
      for hole in holes { parents[hole] = nesting.parents[hole] }
    }
  }

  /// Up to so many pairs of holes and exteriors are compared one by one; a sweep takes its time whatever there is.
  private static let mostPairs = 1 << 20

  /// Whether every hole lies in an exterior.
  var isProper: Bool {
    (0..<rings.count).allSatisfy { ring in
      rings.doubleAreas[ring] > 0 || parents[ring].map { rings.doubleAreas[$0] > 0 } == true
    }
  }

  /// Adds the polygons as one area.
  func append(to array: inout MultiPolygonArray) {
    let order = (0..<rings.count).sorted(by: rings.isBefore)
    var holes: [Int: [Int]] = [:]
    for ring in order { if let parent = parents[ring] { holes[parent, default: []].append(ring) } }
    for exterior in order where rings.doubleAreas[exterior] > 0 {
      append(exterior, to: &array)
      for hole in holes[exterior] ?? [] { append(hole, to: &array) }
      array.endPolygon()
    }
    array.endArea()
  }

  private func append(_ ring: Int, to array: inout MultiPolygonArray) {
    for point in rings.points(of: ring) { array.append(grid.coordinate(point)) }
    array.endRing()
  }
}

/// Finds the exterior around a hole of rings that touch at common vertices only.
private struct HoleSearch {
  private let rings: TracedRings
  /// The exteriors from the smallest to the largest, with their boxes.
  private let exteriors: [(ring: Int, box: Limits)]

  /// The smallest and largest coordinates of a ring.
  private struct Limits {
    var low: GridPoint
    var high: GridPoint

    init(_ points: ArraySlice<GridPoint>) {
      low = GridPoint(x: .max, y: .max)
      high = GridPoint(x: .min, y: .min)
      for point in points {
        low = GridPoint(x: min(low.x, point.x), y: min(low.y, point.y))
        high = GridPoint(x: max(high.x, point.x), y: max(high.y, point.y))
      }
    }

    func holds(_ other: Limits) -> Bool {
      low.x <= other.low.x && low.y <= other.low.y && high.x >= other.high.x && high.y >= other.high.y
    }
  }

  init(_ rings: TracedRings, _ exteriors: [Int]) {
    self.rings = rings
    self.exteriors = exteriors.sorted {
      let (a, b) = (rings.doubleAreas[$0], rings.doubleAreas[$1])
      return a == b ? $0 < $1 : a < b
    }.map { ($0, Limits(rings.points(of: $0))) }
  }

  /// The smallest exterior that holds a hole; nil if none does.
  func exterior(around hole: Int) -> Int? {
    let limits = Limits(rings.points(of: hole))
    let candidates = exteriors.filter { $0.box.holds(limits) }
    if candidates.count == 1 { return candidates[0].ring }
    return candidates.first { isAround($0.ring, hole) }?.ring
  }

  /// Whether a ring goes round the middle of a hole's first edge, which lies on no other ring. Everything is doubled, so
  /// that the middle is a grid point.
  private func isAround(_ ring: Int, _ hole: Int) -> Bool {
    let points = rings.points(of: hole)
    let (a, b) = (points[points.startIndex], points[points.startIndex + 1])
    let middle = GridPoint(x: a.x + b.x, y: a.y + b.y)
    func doubled(_ point: GridPoint) -> GridPoint { GridPoint(x: 2 * point.x, y: 2 * point.y) }
    let around = rings.points(of: ring)
    var winding: Int32 = 0
    for (p, q) in zip(around, around.dropFirst()) {
      winding += rayCrossing(from: middle, doubled(p), doubled(q))
    }
    return winding != 0
  }
}
