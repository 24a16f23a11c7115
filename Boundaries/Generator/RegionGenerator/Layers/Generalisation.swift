/// Line simplification by Douglas and Peucker (1973): a vertex stays when without it the line would move
/// by more than the tolerance there.
package struct Generalisation {
  /// The largest displacement in metres.
  package var tolerance: Double

  /// A generalisation by at most this many metres.
  package init(tolerance: Double) { self.tolerance = tolerance }

  /// The simplified line; the ends stay. A closed line keeps at least four vertices.
  package func simplify(_ line: [Point]) -> [Point] {
    guard line.count > 2, tolerance > 0 else { return line }
    var keep = [Bool](repeating: false, count: line.count)
    keep[0] = true
    keep[line.count - 1] = true
    var open = [0..<line.count - 1]
    if line[0] == line[line.count - 1] { open = anchorRing(line, &keep) }
    while let range = open.popLast() {
      let (first, last) = (range.lowerBound, range.upperBound)
      guard let (vertex, distance) = farthest(in: line, first, last), distance > tolerance * tolerance
      else { continue }
      keep[vertex] = true
      open.append(first..<vertex)
      open.append(vertex..<last)
    }
    return zip(line, keep).filter(\.1).map(\.0)
  }

  /// A ring has no two ends to span a straight line between: the farthest vertex from the start, and the
  /// farthest from the line between those two on either half, take their place.
  private func anchorRing(_ line: [Point], _ keep: inout [Bool]) -> [Range<Int>] {
    let last = line.count - 1
    let opposite = line.indices.max {
      line[$0].squaredDistance(to: line[0]) < line[$1].squaredDistance(to: line[0])
    }
    guard let opposite, opposite > 0 else { return [0..<last] }
    var anchors = [0, opposite, last]
    for (first, end) in [(0, opposite), (opposite, last)] {
      if let (vertex, _) = farthest(in: line, first, end) { anchors.append(vertex) }
    }
    anchors.sort()
    for anchor in anchors { keep[anchor] = true }
    return zip(anchors, anchors.dropFirst()).map { $0..<$1 }
  }

  /// The vertex strictly between two others that lies farthest from the straight line between them, and the
  /// square of that distance; nil when there is none between.
  private func farthest(in line: [Point], _ first: Int, _ last: Int) -> (vertex: Int, distance: Double)? {
    guard last - first > 1 else { return nil }
    var best = (vertex: first + 1, distance: -1.0)
    for vertex in first + 1..<last {
      let distance = Self.squaredDistance(line[vertex], from: line[first], to: line[last])
      if distance > best.distance { best = (vertex, distance) }
    }
    return best
  }

  private static func squaredDistance(_ p: Point, from a: Point, to b: Point) -> Double {
    let length = a.squaredDistance(to: b)
    if length == 0 { return p.squaredDistance(to: a) }
    let along = ((p.x - a.x) * (b.x - a.x) + (p.y - a.y) * (b.y - a.y)) / length
    return p.squaredDistance(to: a.towards(b, min(max(along, 0), 1)))
  }
}
