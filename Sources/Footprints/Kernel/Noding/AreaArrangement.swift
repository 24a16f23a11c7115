/// The edges of one area, of which no two cross, put together to valid polygons: of the ground around which they wind
/// once or more.
///
/// A line sweeps over the edges from below, and of every edge it learns how often the area winds around either side.
/// The edges that have the area on one side only are its boundary. Around every vertex the boundary's edges are known
/// in order, and so which one closes the angle of ground that another opens.
struct AreaArrangement {
  /// An edge once, however often the area's rings run along it.
  struct Edge: BitwiseCopyable {
    /// The lower end, of two at the same height the left one.
    let low: GridPoint
    let high: GridPoint
    /// How many times more often rings run upwards than downwards.
    var upward: Int32
  }

  /// Where the area is.
  enum Rule {
    /// Where its rings wind around once or more, counter-clockwise.
    case positive
    /// Where its rings wind around in either direction.
    case nonzero
  }

  private(set) var edges: [Edge] = []
  private let rule: Rule

  init(_ rule: Rule = .positive) { self.rule = rule }

  /// Adds edges with their directions.
  mutating func add(_ others: [Edge], reversed: Bool = false) {
    edges += reversed ? others.map { Edge(low: $0.low, high: $0.high, upward: -$0.upward) } : others
  }

  /// Adds an edge between two different points.
  mutating func add(_ start: GridPoint, _ end: GridPoint) {
    let isUpward = Self.isBelow(start, end)
    edges.append(
      Edge(low: isUpward ? start : end, high: isUpward ? end : start, upward: isUpward ? 1 : -1))
  }

  /// The order in which a line that rises, leaning a little to the right, meets points.
  @inline(__always)
  static func isBelow(_ a: GridPoint, _ b: GridPoint) -> Bool { a.y != b.y ? a.y < b.y : a.x < b.x }

  /// Adds the polygons to an area being built: every ring from its lowest vertex on, the polygons in the order of
  /// those, holes as well.
  consuming func appendPolygons(to out: inout MultiPolygonArray, _ grid: PixelGrid) {
    unite()
    guard !edges.isEmpty else { return }
    var sweep = WindingSweep(edges, rule)
    sweep.run()
    var walks = BoundaryWalks(edges, sweep)
    walks.collect()
    for polygon in walks.polygons {
      for ring in polygon {
        for vertex in ring { out.append(grid.coordinate(vertex)) }
        out.endRing()
      }
      out.endPolygon()
    }
  }

  /// The order by lower ends, and of edges from one point from left to right.
  static func isBefore(_ a: Edge, _ b: Edge) -> Bool {
    if a.low != b.low { return isBelow(a.low, b.low) }
    return sideSign(b.low, b.high, a.high) > 0
  }

  /// The edges of the boundary, with the area on the left.
  consuming func boundary() -> [Edge] {
    unite()
    var sweep = WindingSweep(edges, rule)
    sweep.run()
    return edges.indices.compactMap { edge in
      switch sweep.sides[edge] {
      case .inner: nil
      case .left: Edge(low: edges[edge].low, high: edges[edge].high, upward: 1)
      case .right: Edge(low: edges[edge].low, high: edges[edge].high, upward: -1)
      }
    }
  }

  /// Sorts the edges by their lower ends, and those of one point from left to right; each is left once, and those along
  /// which the area's rings run as often upwards as downwards not at all.
  private mutating func unite() {
    edges.sort(by: Self.isBefore)
    var count = 0
    for edge in edges {
      if count > 0, edges[count - 1].low == edge.low, edges[count - 1].high == edge.high {
        edges[count - 1].upward += edge.upward
      } else {
        if count > 0, edges[count - 1].upward == 0 { count -= 1 }
        edges[count] = edge
        count += 1
      }
    }
    if count > 0, edges[count - 1].upward == 0 { count -= 1 }
    edges.removeLast(edges.count - count)
  }
}
