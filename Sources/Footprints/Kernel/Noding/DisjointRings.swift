/// The rings of one area that have no point in common, with how often the area winds around either side of each.
///
/// What lies around a ring is found by a ray from its first vertex through every ring whose box holds that of the ring.
struct DisjointRings {
  /// The rings of one polygon, the exterior first, by their places among the rings given.
  private(set) var polygons: [[Int]] = []

  private struct Ring {
    let edges: Range<Int>
    var low = GridPoint(x: .max, y: .max)
    var high = GridPoint(x: .min, y: .min)
    var isCounterClockwise = false
    /// How many times the others wind around it.
    var winding = 0
    /// The others around it.
    var around: [Int] = []

    /// Whether the area lies on the inner side of the ring only.
    var isExterior: Bool { isCounterClockwise && winding == 0 }
    /// Whether the area lies on the outer side of the ring only.
    var isHole: Bool { !isCounterClockwise && winding == 1 }
  }

  private let points: UnsafeBufferPointer<GridPoint>
  private var rings: [Ring]

  /// Finds the polygons of closed rings, each without repeated vertices; nil where that takes long.
  init?(_ points: UnsafeBufferPointer<GridPoint>, rings ranges: [Range<Int>]) {
    self.points = points
    rings = ranges.map { Ring(edges: $0.dropLast()) }
    for index in rings.indices { measure(index) }
    guard findSurrounding() else { return nil }
    var places = [Int?](repeating: nil, count: rings.count)
    for ring in rings.indices where rings[ring].isExterior {
      places[ring] = polygons.count
      polygons.append([ring])
    }
    for ring in rings.indices where rings[ring].isHole {
      // The innermost ring around a hole that is part of the boundary is the exterior of its polygon, and the
      // innermost is the one with most around it.
      let exterior = rings[ring].around.filter { places[$0] != nil }.max {
        rings[$0].around.count < rings[$1].around.count
      }
      if let exterior, let polygon = places[exterior] { polygons[polygon].append(ring) }
    }
  }

  private mutating func measure(_ index: Int) {
    var ring = rings[index]
    var lowest = ring.edges.lowerBound
    for vertex in ring.edges {
      let point = points[vertex]
      ring.low = GridPoint(x: min(ring.low.x, point.x), y: min(ring.low.y, point.y))
      ring.high = GridPoint(x: max(ring.high.x, point.x), y: max(ring.high.y, point.y))
      if AreaArrangement.isBelow(point, points[lowest]) { lowest = vertex }
    }
    // At its lowest vertex a ring turns the way it runs.
    let before = lowest == ring.edges.lowerBound ? ring.edges.upperBound - 1 : lowest - 1
    ring.isCounterClockwise = sideSign(points[before], points[lowest], points[lowest + 1]) > 0
    rings[index] = ring
  }

  /// Finds what is around every ring, unless that takes many times as long as reading the rings.
  private mutating func findSurrounding() -> Bool {
    let places = RingPlaces(rings.map { (low: $0.low, high: $0.high) })
    var left = 16 * points.count
    for inner in rings.indices {
      let ring = rings[inner]
      for outer in places.candidates(at: ring.low) where outer != inner {
        let around = rings[outer]
        left -= 1
        guard left >= 0 else { return false }
        guard ring.low.x > around.low.x, ring.low.y > around.low.y, ring.high.x < around.high.x,
          ring.high.y < around.high.y
        else { continue }
        left -= around.edges.count
        guard left >= 0 else { return false }
        if surrounds(around, points[ring.edges.lowerBound]) {
          rings[inner].around.append(outer)
          rings[inner].winding += around.isCounterClockwise ? 1 : -1
        }
      }
    }
    return left >= 0
  }

  /// Whether a point that is not on a ring is inside it.
  private func surrounds(_ ring: Ring, _ point: GridPoint) -> Bool {
    var isInside = false
    var isAbove = points[ring.edges.lowerBound].y > point.y
    for edge in ring.edges {
      let isNextAbove = points[edge &+ 1].y > point.y
      if isNextAbove == isAbove { continue }
      isAbove = isNextAbove
      let (from, to) = (points[edge], points[edge &+ 1])
      if max(from.x, to.x) <= point.x { continue }
      if min(from.x, to.x) > point.x || (sideSign(from, to, point) > 0) == isNextAbove { isInside.toggle() }
    }
    return isInside
  }
}
