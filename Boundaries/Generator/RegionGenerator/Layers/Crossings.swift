/// Finds lines of one layer that run into each other once they are simplified.
package struct Crossings {
  private struct Segment {
    var line: Int
    var a: Point
    var b: Point
  }

  /// The numbers of all lines that cross or touch a line (themselves included) anywhere but at common ends.
  package static func lines(among lines: [[Point]]) -> Set<Int> {
    var segments: [Segment] = []
    for (number, line) in lines.enumerated() {
      for (a, b) in zip(line, line.dropFirst()) { segments.append(Segment(line: number, a: a, b: b)) }
    }
    // A sweep from west to east: only segments whose spans of x meet are compared.
    segments.sort { min($0.a.x, $0.b.x) < min($1.a.x, $1.b.x) }
    var found: Set<Int> = []
    var active: [Segment] = []
    for segment in segments {
      let west = min(segment.a.x, segment.b.x)
      active.removeAll { max($0.a.x, $0.b.x) < west }
      let (low, high) = (min(segment.a.y, segment.b.y), max(segment.a.y, segment.b.y))
      for other in active
      where min(other.a.y, other.b.y) <= high && low <= max(other.a.y, other.b.y) && meet(segment, other) {
        found.insert(segment.line)
        found.insert(other.line)
      }
      active.append(segment)
    }
    return found
  }

  private static func meet(_ s: Segment, _ t: Segment) -> Bool {
    let shared = [s.a, s.b].filter { $0 == t.a || $0 == t.b }
    switch shared.count {
    case 0:
      let (a, b) = (side(s.a, s.b, t.a), side(s.a, s.b, t.b))
      let (c, d) = (side(t.a, t.b, s.a), side(t.a, t.b, s.b))
      return a * b <= 0 && c * d <= 0
    case 1:
      // Neighbours on a line: they overlap only when one turns straight back on the other.
      let end = shared[0]
      let p = (s.a == end ? s.b : s.a) - end
      let q = (t.a == end ? t.b : t.a) - end
      return p.x * q.y == p.y * q.x && p.x * q.x + p.y * q.y > 0
    default:
      return true
    }
  }

  private static func side(_ a: Point, _ b: Point, _ p: Point) -> Double {
    let turn = (b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x)
    return turn > 0 ? 1 : turn < 0 ? -1 : 0
  }
}

extension [Arc] {
  /// The arcs simplified so that no two of them cross: those that would are drawn finer until they do not.
  package func generalised(tolerance: Double) -> [Arc] {
    guard tolerance > 0 else { return self }
    var tolerances = [Double](repeating: tolerance, count: count)
    var lines = map { Generalisation(tolerance: tolerance).simplify($0.line) }
    while true {
      let crossing = Crossings.lines(among: lines)
      if crossing.isEmpty { break }
      for number in crossing {
        // The lines themselves never cross, so this ends at the latest when all are back.
        tolerances[number] = tolerances[number] > 1 ? tolerances[number] / 2 : 0
        lines[number] = Generalisation(tolerance: tolerances[number]).simplify(self[number].line)
      }
      if crossing.allSatisfy({ tolerances[$0] == 0 }) { break }
    }
    return zip(self, lines).map { arc, line in
      var copy = arc
      copy.line = line
      return copy
    }
  }
}
