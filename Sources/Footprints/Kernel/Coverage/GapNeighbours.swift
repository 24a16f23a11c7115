/// Which areas lie around each gap, and along how much of its outline.
struct GapNeighbours {
  private(set) var found: [[(area: Int, length: Double)]] = []

  /// Looks a hair's breadth beyond the middle of every edge of the gaps, whose interior is on the left of their rings.
  init(_ gaps: MultiPolygonArray, _ layer: GridLayer, jobs: Int) throws(FootprintsError) {
    if gaps.count == 0 { return }
    let boxes = (0..<gaps.count).map { gaps.box(of: $0) }
    let near = BoxesNear(layer.areaBoxes(jobs: jobs)).positions(near: boxes.map { $0.grown(by: 0.001) })
    let locator = PointLocator(2 * near.count > layer.count ? layer : layer.selecting(near))
    let isWhole = 2 * near.count > layer.count
    // A few units of the grid: less than any area is wide that could be told from a line.
    let step = 8 / layer.grid.unitsPerMetre
    var points: [Coordinate] = []
    var edges: [(gap: Int, length: Double)] = []
    for gap in 0..<gaps.count {
      for ring in gaps.rings(ofArea: gap) {
        for vertex in gaps.vertices(of: ring).dropLast() {
          let (p, q) = (gaps.coordinates[vertex], gaps.coordinates[vertex + 1])
          let (dx, dy) = (q.x - p.x, q.y - p.y)
          let length = (dx * dx + dy * dy).squareRoot()
          if length == 0 { continue }
          points.append(
            Coordinate(
              (p.x + q.x) / 2 + step * dy / length, (p.y + q.y) / 2 - step * dx / length))
          edges.append((gap, length))
        }
      }
    }
    let located = try locator.locate(points, jobs: jobs)
    var lengths = [[Int: Double]](repeating: [:], count: gaps.count)
    for (point, edge) in edges.enumerated() {
      for area in located[point] { lengths[edge.gap][isWhole ? area : near[area], default: 0] += edge.length }
    }
    found = lengths.map { gap in
      gap.map { (area: $0.key, length: $0.value) }.sorted { ($1.length, $0.area) < ($0.length, $1.area) }
    }
  }
}
