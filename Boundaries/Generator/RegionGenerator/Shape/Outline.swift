/// A closed line drawn by hand: the land's edge, an island or a lake, before nature has had its way with it.
struct Outline: Sendable {
  /// The corners in order, the first not repeated.
  var corners: [Point]

  /// An outline from corners in kilometres.
  init(kilometres: [(Double, Double)]) {
    corners = kilometres.map { Point.kilometres($0.0, $0.1) }
  }

  /// Whether a position lies inside (crossing number).
  func contains(_ p: Point) -> Bool {
    var inside = false
    var b = corners[corners.count - 1]
    for a in corners {
      if (a.y > p.y) != (b.y > p.y), p.x < a.x + (b.x - a.x) * (p.y - a.y) / (b.y - a.y) { inside.toggle() }
      b = a
    }
    return inside
  }

  /// The enclosed area in square metres.
  var area: Double {
    var sum = 0.0
    var b = corners[corners.count - 1]
    for a in corners {
      sum += b.x * a.y - a.x * b.y
      b = a
    }
    return sum < 0 ? -sum / 2 : sum / 2
  }
}

/// What is land: inside any of the outlines, and in no lake.
struct Land: Sendable {
  /// The mainland and the islands.
  var outlines: [Outline]
  /// Inland waters.
  var lakes: [Outline]

  /// Whether a position is land.
  func contains(_ p: Point) -> Bool {
    outlines.contains { $0.contains(p) } && !lakes.contains { $0.contains(p) }
  }

  /// The land's area in square metres.
  var area: Double {
    outlines.reduce(0) { $0 + $1.area } - lakes.reduce(0) { $0 + $1.area }
  }

  /// The corners of the smallest rectangle around all outlines.
  var extent: (min: Point, max: Point) {
    let corners = outlines.flatMap(\.corners)
    let xs = corners.map(\.x)
    let ys = corners.map(\.y)
    return (Point(xs.min() ?? 0, ys.min() ?? 0), Point(xs.max() ?? 0, ys.max() ?? 0))
  }
}
