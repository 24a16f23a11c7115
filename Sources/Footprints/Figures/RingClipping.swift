/// Cuts rings off at the edges of a box, by the method of Sutherland and Hodgman (Reentrant polygon clipping, 1974).
///
/// What lies outside is replaced by the edge of the box, which a map does not show. Where an edge crosses is computed from its ends in an
/// order that does not depend on the direction, so that neighbours are cut at the same position.
enum RingClipping {
  /// The part of a closed ring in a box, closed; empty where nothing of it is there.
  static func clipped(_ ring: some Collection<Coordinate>, to box: Box) -> [Coordinate] {
    var bounds = Box.empty
    for vertex in ring { bounds.extend(to: vertex) }
    if bounds.isEmpty || !bounds.intersects(box) { return [] }
    var vertices = Array(ring.dropLast())
    if bounds.intersection(box) != bounds {
      vertices = cut(vertices, { $0.x - box.min.x })
      vertices = cut(vertices, { box.max.x - $0.x })
      vertices = cut(vertices, { $0.y - box.min.y })
      vertices = cut(vertices, { box.max.y - $0.y })
    }
    if let first = vertices.first { vertices.append(first) }
    return vertices
  }

  /// The part of a ring on the side where a distance is not negative.
  private static func cut(_ ring: [Coordinate], _ distance: (Coordinate) -> Double) -> [Coordinate] {
    var out: [Coordinate] = []
    guard var previous = ring.last else { return [] }
    for vertex in ring {
      let (from, to) = (distance(previous), distance(vertex))
      if (from >= 0) != (to >= 0) {
        out.append(from < to ? crossing(previous, from, vertex, to) : crossing(vertex, to, previous, from))
      }
      if to >= 0 { out.append(vertex) }
      previous = vertex
    }
    return out
  }

  private static func crossing(
    _ p: Coordinate, _ from: Double, _ q: Coordinate, _ to: Double
  ) -> Coordinate {
    let part = from / (from - to)
    return Coordinate(p.x + (q.x - p.x) * part, p.y + (q.y - p.y) * part)
  }
}
