extension MultiPolygonArray {
  /// A position inside the largest polygon of an area, half way up, in the middle of the widest stretch there; nil for an area
  /// without polygons. For what has no height, a vertex.
  package func interiorPoint(of area: Int) -> Coordinate? {
    let polygon = polygons(of: area).max { self.area(ofPolygon: $0) < self.area(ofPolygon: $1) }
    guard let polygon, let exterior = rings(of: polygon).first, let first = vertices(of: exterior).first
    else {
      return nil
    }
    // Between two heights that vertices have: no vertex lies there.
    let heights = Set(coordinates[vertices(of: exterior)].map(\.y)).sorted()
    guard let low = heights.first, let high = heights.last, low < high else { return coordinates[first] }
    let middle = low / 2 + high / 2
    let above = heights.first { $0 > middle } ?? high
    let below = heights.last { $0 < above } ?? low
    let y = below / 2 + above / 2
    var crossings: [Double] = []
    for ring in rings(of: polygon) {
      for index in vertices(of: ring).dropLast() {
        let (p, q) = (coordinates[index], coordinates[index + 1])
        if (p.y > y) != (q.y > y) { crossings.append(p.x + (y - p.y) / (q.y - p.y) * (q.x - p.x)) }
      }
    }
    crossings.sort()
    var widest = (width: -1.0, x: coordinates[first].x)
    for pair in stride(from: 0, to: crossings.count - 1, by: 2) {
      let width = crossings[pair + 1] - crossings[pair]
      if width > widest.width { widest = (width, crossings[pair] / 2 + crossings[pair + 1] / 2) }
    }
    return Coordinate(widest.x, y)
  }
}
