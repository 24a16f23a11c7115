/// The shape of one area: any number of polygons, each an exterior ring (counter-clockwise) and its holes
/// (clockwise), every ring closed.
struct AreaShape: Sendable {
  /// The polygons, each a list of rings, the exterior first.
  var polygons: [[[Point]]] = []
}

extension [Arc] {
  /// Puts the arcs together into the areas between them.
  ///
  /// - Parameter count: The number of areas; arcs name them from 0.
  func shapes(count: Int) -> [AreaShape] {
    var ringsOf = [[[Point]]](repeating: [], count: count)
    // An area's border passes every corner at most once (see Honeycomb), so what follows is unique.
    var onward: [Turn: (arc: Int, forward: Bool)] = [:]
    for (number, arc) in enumerated() {
      if arc.left != Partition.sea { onward[Turn(area: arc.left, corner: arc.start)] = (number, true) }
      if arc.right != Partition.sea { onward[Turn(area: arc.right, corner: arc.end)] = (number, false) }
    }
    for arc in self {
      for (area, start) in [(arc.left, arc.start), (arc.right, arc.end)] where area != Partition.sea {
        var ring: [Point] = []
        var corner = start
        while let (number, forward) = onward.removeValue(forKey: Turn(area: area, corner: corner)) {
          let line = self[number].line
          ring += forward ? line.dropLast() : line.reversed().dropLast()
          corner = forward ? self[number].end : self[number].start
        }
        if let first = ring.first { ringsOf[area].append(ring + [first]) }
      }
    }
    return ringsOf.map(AreaShape.init(rings:))
  }
}

/// A place where the walk around an area goes on.
private struct Turn: Hashable {
  var area: Int
  var corner: Int
}

extension AreaShape {
  /// Sorts rings into exteriors and holes by their direction, and gives each hole to the exterior around it.
  init(rings: [[Point]]) {
    let exteriors = rings.filter { Self.signedArea($0) > 0 }
    polygons = exteriors.map { [$0] }
    for hole in rings where Self.signedArea(hole) <= 0 {
      let around = exteriors.indices.filter { Self.contains(exteriors[$0], hole[0]) }
      // With islands in lakes several exteriors surround a hole: the smallest is its own.
      let own = around.min { Self.signedArea(exteriors[$0]) < Self.signedArea(exteriors[$1]) }
      if let own { polygons[own].append(hole) }
    }
  }

  private static func signedArea(_ ring: [Point]) -> Double {
    guard let origin = ring.first else { return 0 }
    return zip(ring, ring.dropFirst()).reduce(0) { sum, edge in
      let (a, b) = (edge.0 - origin, edge.1 - origin)
      return sum + (a.x * b.y - b.x * a.y) / 2
    }
  }

  private static func contains(_ ring: [Point], _ p: Point) -> Bool {
    var inside = false
    for (a, b) in zip(ring, ring.dropFirst())
    where (a.y > p.y) != (b.y > p.y) && p.x < a.x + (b.x - a.x) * (p.y - a.y) / (b.y - a.y) {
      inside.toggle()
    }
    return inside
  }
}
