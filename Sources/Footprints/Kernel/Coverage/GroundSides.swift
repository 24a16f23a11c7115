/// The outlines of pieces of ground between the areas of a layer, edge by edge, with the areas that lie beyond.
struct GroundSides: Sendable {
  /// An edge of an outline.
  struct Side: Sendable {
    let segment: LineSegment
    let length: Double
    /// The areas on its other side, by position, ascending.
    let beyond: [Int]
  }

  /// The edges of each polygon of the ground.
  let sides: [[Side]]

  /// How far beyond an edge is looked, in units of the grid: less than any area is wide that could be told from a line.
  static let reach = 8.0

  /// Looks a hair's breadth beyond the middle of every edge of the ground, whose interior is on the left of its rings.
  init(of ground: MultiPolygonArray, in layer: GridLayer, jobs: Int) throws(FootprintsError) {
    if ground.polygonCount == 0 {
      sides = []
      return
    }
    let boxes = (0..<ground.count).map { ground.box(of: $0).grown(by: 0.001) }
    let near = BoxesNear(layer.areaBoxes(jobs: jobs)).positions(near: boxes)
    let isWhole = 2 * near.count > layer.count
    let locator = PointLocator(isWhole ? layer : layer.selecting(near))
    let step = Self.reach / layer.grid.unitsPerMetre
    var points: [Coordinate] = []
    var segments: [[LineSegment]] = []
    for polygon in 0..<ground.polygonCount {
      var own: [LineSegment] = []
      for ring in ground.rings(of: polygon) {
        for vertex in ground.vertices(of: ring).dropLast() {
          let (p, q) = (ground.coordinates[vertex], ground.coordinates[vertex + 1])
          let segment = LineSegment.between(p, q).segment
          let length = segment.length
          if length == 0 { continue }
          own.append(segment)
          points.append(
            Coordinate(
              (p.x + q.x) / 2 + step * (q.y - p.y) / length,
              (p.y + q.y) / 2 - step * (q.x - p.x) / length))
        }
      }
      segments.append(own)
    }
    let located = try locator.locate(points, jobs: jobs)
    var point = 0
    sides = segments.map { own in
      own.map { segment in
        defer { point += 1 }
        return Side(
          segment: segment, length: segment.length,
          beyond: isWhole ? located[point] : located[point].map { near[$0] })
      }
    }
  }
}

extension [GroundSides.Side] {
  /// The areas beyond, those with most of the edges first, with their lengths in metres.
  var lengths: [(area: Int, length: Double)] {
    var sums: [Int: Double] = [:]
    for side in self {
      for area in side.beyond { sums[area, default: 0] += side.length }
    }
    return sums.map { (area: $0.key, length: $0.value) }.sorted {
      ($1.length, $0.area) < ($0.length, $1.area)
    }
  }

  /// The length along which an area lies beyond.
  func length(beside area: Int) -> Double {
    reduce(0) { $1.beyond.contains(area) ? $0 + $1.length : $0 }
  }

  /// How far the border of an area moves, in metres, when it comes to run on the other side of the ground: the Hausdorff
  /// distance between the edges beyond which the area lies and the others. Nil where there are edges of one kind only.
  func move(ofBorderOf area: Int) -> Double? {
    let (inner, outer) = (filter { $0.beyond.contains(area) }, filter { !$0.beyond.contains(area) })
    if inner.isEmpty || outer.isEmpty { return nil }
    return Swift.max(
      Self.largestDistance(of: inner.map(\.segment), from: outer.map(\.segment)),
      Self.largestDistance(of: outer.map(\.segment), from: inner.map(\.segment)))
  }

  private static func largestDistance(of segments: [LineSegment], from others: [LineSegment]) -> Double {
    let search = DisplacementSearch(SegmentTree(others), reach: 0, coincidence: 0)
    return segments.reduce(0) { Swift.max($0, search.displacement(of: $1).largest) }
  }
}
