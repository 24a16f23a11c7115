import Footprints

/// Which areas hold a point, written out plainly: the winding number of every ring by every edge, in integers of the
/// grid. It shares nothing with the kernel but the coordinates.
struct PlainPoints {
  private struct Edge {
    let start: (x: Int128, y: Int128)
    let end: (x: Int128, y: Int128)
  }

  private let areas: [[Edge]]

  /// A layer on the finest grid.
  init(_ layer: MultiPolygonArray) {
    areas = (0..<layer.count).map { area in
      layer.polygons(of: area).flatMap { polygon in
        layer.rings(of: polygon).enumerated().flatMap { position, ring -> [Edge] in
          let vertices = layer.vertices(of: ring).map { Self.units(layer.coordinates[$0]) }
          let edges = zip(vertices, vertices.dropFirst()).map { Edge(start: $0, end: $1) }
          let doubleArea = edges.reduce(Int128(0)) { $0 + $1.start.x * $1.end.y - $1.start.y * $1.end.x }
          // Exteriors counter-clockwise, holes clockwise.
          return (doubleArea > 0) == (position == 0)
            ? edges : edges.map { Edge(start: $0.end, end: $0.start) }
        }
      }
    }
  }

  private static func units(_ place: Coordinate) -> (x: Int128, y: Int128) {
    (Int128(place.x / RandomLayers.gridUnit), Int128(place.y / RandomLayers.gridUnit))
  }

  /// The areas that hold a point once it has moved by (-e, -e²), as it does seen from a layer that moves by (e, e²).
  func holders(of place: Coordinate) -> [Int] {
    let p = Self.units(place)
    return areas.indices.filter { area in
      var windings = 0
      for edge in areas[area] {
        // A vertex at the height of the point is above it.
        let (startsAbove, endsAbove) = (edge.start.y >= p.y, edge.end.y >= p.y)
        guard startsAbove != endsAbove else { continue }
        let side =
          (edge.end.x - edge.start.x) * (p.y - edge.start.y)
          - (edge.end.y - edge.start.y) * (p.x - edge.start.x)
        // A point on the edge is on its left-hand side on the map: left of an upward edge.
        let isLeft = side > 0 || (side == 0 && endsAbove)
        if isLeft == endsAbove { windings += endsAbove ? 1 : -1 }
      }
      return windings != 0
    }
  }
}
