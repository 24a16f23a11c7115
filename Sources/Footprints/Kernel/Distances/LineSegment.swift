/// A straight piece of a border between two vertices of the grid, in metres from the grid's origin, which Doubles hold
/// exactly. Of its two ends the one further left comes first, of two equally far left the lower one, so that the same
/// piece is the same value whichever way an area runs along it.
struct LineSegment: BitwiseCopyable, Sendable, Hashable {
  let a: Coordinate
  let b: Coordinate

  /// A piece from one vertex to another, and whether it was turned round.
  static func between(_ p: Coordinate, _ q: Coordinate) -> (segment: LineSegment, isTurned: Bool) {
    (p.x, p.y) <= (q.x, q.y)
      ? (LineSegment(a: p, b: q), false) : (LineSegment(a: q, b: p), true)
  }

  /// Its length in metres.
  @inline(__always)
  var length: Double {
    let (dx, dy) = (b.x - a.x, b.y - a.y)
    return (dx * dx + dy * dy).squareRoot()
  }

  /// The square of the distance from a point to the nearest point of the segment.
  @inline(__always)
  func squaredDistance(from p: Coordinate) -> Double {
    let (dx, dy) = (b.x - a.x, b.y - a.y)
    let (px, py) = (p.x - a.x, p.y - a.y)
    let along = px * dx + py * dy
    let square = dx * dx + dy * dy
    if along <= 0 { return px * px + py * py }
    if along >= square {
      let (qx, qy) = (p.x - b.x, p.y - b.y)
      return qx * qx + qy * qy
    }
    let across = px * dy - py * dx
    return across * across / square
  }

  /// A point of the segment, from 0 at its first end to 1 at its second.
  @inline(__always)
  func point(at part: Double) -> Coordinate {
    part >= 1 ? b : Coordinate(a.x + part * (b.x - a.x), a.y + part * (b.y - a.y))
  }
}
