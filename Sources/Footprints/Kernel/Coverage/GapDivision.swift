/// A gap between several areas divided among them.
///
/// Where more than two areas meet, one gap runs between all of them, like the joints between tiles, and no single neighbour
/// could have all of it without reaching far along the borders of others. So the gap is cut into triangles between its own
/// vertices. Each can go to the areas whose border would move no further than it may; triangles with the same
/// choice, side by side, go to that of these areas which has the longest border there.
struct GapDivision {
  /// What one area gains.
  struct Share {
    let area: Int
    /// The vertices of a triangle, counter-clockwise.
    let triangle: [Coordinate]
    /// Its size in m2.
    let size: Double
    /// How far the area's border moves, in metres.
    let move: Double
  }

  private(set) var shares: [Share] = []

  private struct Triangle {
    let corners: [Coordinate]
    /// How far the border of each area moves that it can go to.
    var moves: [Int: Double] = [:]
    /// The length of the gap's outline that is its own, by the area beyond.
    var lengths: [Int: Double] = [:]

    var edges: [LineSegment] {
      (0..<3).map { LineSegment.between(corners[$0], corners[($0 + 1) % 3]).segment }
    }
    var choice: Set<Int> { Set(moves.keys) }
    /// Where it is: its corners from west to east.
    var place: [Double] {
      corners.sorted { ($0.x, $0.y) < ($1.x, $1.y) }.flatMap { [$0.x, $0.y] }
    }
  }

  /// Divides a gap; nil where part of it can go to nobody.
  ///
  /// - Parameters:
  ///   - gap: the polygon of the array.
  ///   - sides: its edges.
  ///   - spare: how far the border of an area may still move, in metres.
  init?(
    of gap: Int, in gaps: MultiPolygonArray, _ sides: [GroundSides.Side], spare: (Int) -> Double,
    context: GEOSContext
  ) throws(FootprintsError) {
    guard var triangles = try Self.triangles(of: gap, in: gaps, context) else { return nil }
    var borders: [Int: [LineSegment]] = [:]
    var beyond: [LineSegment: [Int]] = [:]
    for side in sides {
      beyond[side.segment] = side.beyond
      for area in side.beyond { borders[area, default: []].append(side.segment) }
    }
    let searches = borders.mapValues { DisplacementSearch(SegmentTree($0), reach: 0, coincidence: 0) }
    for number in triangles.indices {
      let edges = triangles[number].edges
      for edge in edges {
        for area in beyond[edge] ?? [] { triangles[number].lengths[area, default: 0] += edge.length }
      }
      for (area, search) in searches {
        let limit = spare(area)
        let move = edges.reduce(0) { $0 > limit ? $0 : max($0, search.displacement(of: $1).largest) }
        if move <= limit { triangles[number].moves[area] = move }
      }
      if triangles[number].moves.isEmpty { return nil }
    }
    let whole = borders.mapValues { $0.reduce(0) { $0 + $1.length } }
    for group in Self.groups(triangles) {
      var lengths: [Int: Double] = [:]
      for triangle in group { lengths.merge(triangles[triangle].lengths, uniquingKeysWith: +) }
      let choice = triangles[group[0]].choice.sorted()
      // Of areas without a border of their own here, one with a longer elsewhere along the gap.
      let best = choice.max { first, second in
        (lengths[first] ?? 0, whole[first] ?? 0, -first) < (lengths[second] ?? 0, whole[second] ?? 0, -second)
      }
      guard let best else { return nil }
      for triangle in group {
        let corners = triangles[triangle].corners
        shares.append(
          Share(
            area: best, triangle: corners, size: Self.doubleArea(corners) / 2,
            move: triangles[triangle].moves[best] ?? 0))
      }
    }
  }

  /// Triangles side by side that can go to the same areas.
  private static func groups(_ triangles: [Triangle]) -> [[Int]] {
    var byEdge: [LineSegment: [Int]] = [:]
    for (number, triangle) in triangles.enumerated() {
      for edge in triangle.edges { byEdge[edge, default: []].append(number) }
    }
    var groups: [[Int]] = []
    var isTaken = [Bool](repeating: false, count: triangles.count)
    for first in triangles.indices where !isTaken[first] {
      var group = [first]
      isTaken[first] = true
      var next = 0
      while next < group.count {
        let triangle = triangles[group[next]]
        next += 1
        for edge in triangle.edges {
          for other in byEdge[edge] ?? [] where !isTaken[other] && triangles[other].choice == triangle.choice
          {
            isTaken[other] = true
            group.append(other)
          }
        }
      }
      groups.append(group)
    }
    return groups
  }

  /// The triangles, in an order that does not depend on how they were found; nil where they do not make up the gap.
  private static func triangles(
    of gap: Int, in gaps: MultiPolygonArray, _ context: GEOSContext
  ) throws(FootprintsError) -> [Triangle]? {
    var cut = MultiPolygonArray()
    try GEOSGeometry(polygons: gap..<gap + 1, of: gaps, in: context).triangles().appendArea(to: &cut)
    var triangles: [Triangle] = []
    var size = 0.0
    for polygon in 0..<cut.polygonCount {
      guard let ring = cut.rings(of: polygon).first, cut.vertices(of: ring).count == 4 else { return nil }
      var corners = Array(cut.coordinates[cut.vertices(of: ring)].dropLast())
      if doubleArea(corners) < 0 { corners.reverse() }
      size += doubleArea(corners) / 2
      triangles.append(Triangle(corners: corners))
    }
    guard abs(size - gaps.area(ofPolygon: gap)) <= 1e-6 * max(1, size) else { return nil }
    return triangles.sorted { $0.place.lexicographicallyPrecedes($1.place) }
  }

  private static func doubleArea(_ c: [Coordinate]) -> Double {
    (c[1].x - c[0].x) * (c[2].y - c[0].y) - (c[2].x - c[0].x) * (c[1].y - c[0].y)
  }
}
