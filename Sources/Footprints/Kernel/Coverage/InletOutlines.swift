/// The outlines of inlets without the vertices that only their search has given them.
///
/// Strips end wherever the nearest point of another border comes to a vertex, and all these ends are vertices along both sides. A
/// border must not have them afterwards: what stays are vertices of the areas, and places where the outline turns. A mouth that ends
/// beside a vertex ends at that vertex.
struct InletOutlines {
  /// The inlets, each an area of one polygon.
  private(set) var plain = MultiPolygonArray()
  private let neighbours: SegmentNeighbours
  private let edges: BorderEdges
  private let tolerance: Double

  /// - Parameter tolerance: how far a vertex on an edge may lie beside it, in metres: what rounding does.
  init(_ inlets: MultiPolygonArray, _ edges: BorderEdges, tolerance: Double) {
    (self.edges, self.tolerance) = (edges, tolerance)
    neighbours = SegmentNeighbours(edges.tree)
    for area in 0..<inlets.count {
      for ring in inlets.rings(ofArea: area) {
        let own = outline(Array(inlets.coordinates[inlets.vertices(of: ring)].dropLast()))
        var ends = MouthEnds(own.dropLast().map { ($0, isVertex($0)) }, isOnBorder: isOnBorder)
        for vertex in ends.settled() { plain.append(vertex) }
        plain.endRing()
      }
      plain.endPolygon()
      plain.endArea()
    }
  }

  /// A ring, closed, without what it does not need.
  private func outline(_ ring: [Coordinate]) -> [Coordinate] {
    let own = ring.indices.filter { isVertex(ring[$0]) }
    guard let first = own.first, own.count > 1 else { return ring + ring.prefix(1) }
    let turned = Array(ring[first...] + ring[..<first]) + [ring[first]]
    let places = own.map { $0 - first } + [ring.count]
    var kept = [turned[0]]
    for (from, to) in zip(places, places.dropFirst()) {
      keep(turned, from, to, in: &kept)
      kept.append(turned[to])
    }
    return kept.count > 3 ? kept : ring + ring.prefix(1)
  }

  /// Adds what a stretch between two vertices needs: where it is furthest from a straight line, if it is far (Douglas and
  /// Peucker 1973).
  private func keep(_ ring: [Coordinate], _ from: Int, _ to: Int, in kept: inout [Coordinate]) {
    if to - from < 2 { return }
    let line = LineSegment.between(ring[from], ring[to]).segment
    var (furthest, largest) = (from, tolerance * tolerance)
    for place in from + 1..<to {
      let square = line.length > 0 ? line.squaredDistance(from: ring[place]) : .infinity
      if square > largest { (furthest, largest) = (place, square) }
    }
    if furthest == from { return }
    keep(ring, from, furthest, in: &kept)
    kept.append(ring[furthest])
    keep(ring, furthest, to, in: &kept)
  }

  /// Whether an edge of an inlet lies along a border, as its middle shows.
  private func isOnBorder(_ from: Coordinate, _ to: Coordinate) -> Bool {
    let middle = Coordinate(from.x / 2 + to.x / 2, from.y / 2 + to.y / 2)
    var isOn = false
    neighbours.forEach(within: tolerance, of: middle) { number in
      if edges.tree.segments[Int(number)].squaredDistance(from: middle) <= tolerance * tolerance {
        isOn = true
      }
    }
    return isOn
  }

  /// Whether a place is a vertex of an area.
  private func isVertex(_ place: Coordinate) -> Bool {
    var isEnd = false
    neighbours.forEach(within: 0, of: place) { number in
      let edge = edges.tree.segments[Int(number)]
      if edge.a == place || edge.b == place { isEnd = true }
    }
    return isEnd
  }
}

extension MultiPolygonArray {
  /// The polygons of which something is true, each as an area.
  func polygonsApart(where isWanted: (Int) -> Bool) -> MultiPolygonArray {
    var out = MultiPolygonArray()
    for polygon in 0..<polygonCount where isWanted(polygon) {
      for ring in rings(of: polygon) {
        for vertex in vertices(of: ring) { out.append(coordinates[vertex]) }
        out.endRing()
      }
      out.endPolygon()
      out.endArea()
    }
    return out
  }
}
