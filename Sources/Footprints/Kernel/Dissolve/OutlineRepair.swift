/// Unites the areas of one group where their shared edges alone do not give a valid outline.
///
/// First every edge is cut at the vertices of the group that lie on it, so that edges which lie on each other with
/// different ends, at T-junctions, have the same and cancel: exactly, without a new point. Where areas overlap nothing
/// cancels; those that do are united by GEOS with what the others have become.
struct OutlineRepair {
  let layer: GridLayer
  let owners: EdgeOwners
  let shared: SharedEdges
  let jobs: Int

  /// The outline of a group, and those of its areas that went through GEOS's union.
  struct Outline: Sendable {
    let area: MultiPolygonArray
    let united: [Int]
  }

  /// The outline of some areas.
  func outline(of areas: [Int], in context: GEOSContext) throws(FootprintsError) -> Outline {
    if let area = try exactOutline(of: areas) { return Outline(area: area, united: []) }
    let overlapping = try overlapping(among: areas)
    let others = areas.filter { !overlapping.contains($0) }
    // Areas without overlaps always have an exact outline, unless cutting edges takes too long.
    if !overlapping.isEmpty, let rest = try exactOutline(of: others) {
      let united = areas.filter(overlapping.contains)
      return Outline(area: try union(of: united, and: rest, in: context), united: united)
    }
    return Outline(area: try union(of: areas, and: MultiPolygonArray(), in: context), united: areas)
  }

  /// The outline of areas from their edges, cut where vertices lie on them; nil unless it is valid.
  private func exactOutline(of areas: [Int]) throws(FootprintsError) -> MultiPolygonArray? {
    let runs = EdgeRuns.runs(ofAreas: areas, in: layer, owners, shared)
    let cut = layer.vertices.withUnsafeBufferPointer { CutEdges.outline(of: runs, $0) }
    guard let cut else { return nil }
    let rings = cut.withUnsafeBufferPointer { vertices in
      RingTracing.rings(
        of: stride(from: 0, to: UInt32(vertices.count), by: 2).map { EdgeRun(first: $0, end: $0 + 1) },
        vertices)
    }
    let assembly = PolygonAssembly(rings, layer.grid)
    guard rings.isProper, assembly.isProper else { return nil }
    var area = MultiPolygonArray()
    assembly.append(to: &area)
    let gridded = try GridLayer(area, grid: layer.grid, jobs: jobs)
    return try OverlapKernel.invalidAreas(of: gridded, jobs: jobs).isEmpty ? area : nil
  }

  /// Those of some areas that overlap others of them; all where so many boxes meet that most are likely to.
  private func overlapping(among areas: [Int]) throws(FootprintsError) -> Set<Int> {
    if haveCrowdedBoxes(areas) { return Set(areas) }
    let part = try GridLayer(layer.multiPolygons(of: areas), grid: layer.grid, jobs: jobs)
    var found: Set<Int> = []
    for pair in try OverlapKernel.overlap(a: part, b: part, jobs: jobs).pairs where pair.a != pair.b {
      found.insert(areas[pair.a])
      found.insert(areas[pair.b])
    }
    return found
  }

  /// Whether each of some areas meets hundreds of others by their boxes, so that looking at all pairs is no longer worth
  /// its time and memory.
  private func haveCrowdedBoxes(_ areas: [Int]) -> Bool {
    let boxes = areas.map { area in
      var (low, high) = (GridPoint(x: .max, y: .max), GridPoint(x: .min, y: .min))
      for ring in layer.rings(ofArea: area) {
        for vertex in layer.edges(of: ring) {
          let point = layer.vertices[vertex]
          low = GridPoint(x: min(low.x, point.x), y: min(low.y, point.y))
          high = GridPoint(x: max(high.x, point.x), y: max(high.y, point.y))
        }
      }
      return (low: low, high: high)
    }.sorted { $0.low.x < $1.low.x }
    var (pairs, steps) = (256 * areas.count, 1 << 26)
    for (index, box) in boxes.enumerated() {
      for other in boxes[(index + 1)...] {
        guard other.low.x <= box.high.x else { break }
        steps -= 1
        if other.low.y <= box.high.y, other.high.y >= box.low.y { pairs -= 1 }
      }
      if pairs < 0 || steps < 0 { return true }
    }
    return false
  }

  /// The union by GEOS, on the layer's grid.
  private func union(
    of areas: [Int], and rest: MultiPolygonArray, in context: GEOSContext
  ) throws(FootprintsError) -> MultiPolygonArray {
    var parts = layer.multiPolygons(of: areas)
    parts.append(contentsOf: rest)
    var united = MultiPolygonArray()
    try GEOSGeometry(polygons: 0..<parts.polygonCount, of: parts, in: context).union()
      .snapped(to: 1 / layer.grid.unitsPerMetre).appendArea(to: &united)
    // The rings once more, in the same form as all others.
    let gridded = try GridLayer(united, grid: layer.grid, jobs: jobs)
    let runs = (0..<gridded.ringCount).map { ring in
      let edges = gridded.edges(of: ring)
      return EdgeRun(first: UInt32(edges.lowerBound), end: UInt32(edges.upperBound))
    }.filter { !$0.edges.isEmpty }
    let rings = gridded.vertices.withUnsafeBufferPointer { RingTracing.rings(of: runs, $0) }
    var area = MultiPolygonArray()
    PolygonAssembly(rings, layer.grid).append(to: &area)
    return area
  }
}

/// Edges cut at all their ends that lie on others.
enum CutEdges {
  private struct Piece {
    let low: GridPoint
    let high: GridPoint
    /// 1 where it runs from low to high, else -1.
    let direction: Int
  }

  /// The edges of runs, cut, without those that cancel: start and end of each. Nil where areas are sure to overlap, or it
  /// would take too long.
  static func outline(of runs: [EdgeRun], _ vertices: UnsafeBufferPointer<GridPoint>) -> [GridPoint]? {
    var points: [GridPoint] = []
    for run in runs { points.append(contentsOf: vertices[run.edges]) }
    points.sort { $0.isBefore($1) }
    points = points.indices.filter { $0 == 0 || points[$0 - 1] != points[$0] }.map { points[$0] }
    // Hundreds for each edge: more only where most edges reach across the whole group.
    var steps = 1 << 24 + 1024 * points.count
    var pieces: [Piece] = []
    for run in runs {
      for edge in run.edges {
        let (p, q) = (vertices[edge], vertices[edge &+ 1])
        let isForward = p.isBefore(q)
        let (low, high) = isForward ? (p, q) : (q, p)
        var start = low
        var next = points.partitioningIndex { low.isBefore($0) }
        while next < points.count, points[next].isBefore(high) {
          steps -= 1
          let point = points[next]
          next += 1
          guard point != start, point.y >= min(p.y, q.y), point.y <= max(p.y, q.y),
            Int128.cross(p, q, point) == 0
          else { continue }
          pieces.append(Piece(low: start, high: point, direction: isForward ? 1 : -1))
          start = point
        }
        if steps < 0 { return nil }
        pieces.append(Piece(low: start, high: high, direction: isForward ? 1 : -1))
      }
    }
    return remaining(&pieces)
  }

  private static func remaining(_ pieces: inout [Piece]) -> [GridPoint]? {
    pieces.sort { a, b in
      if a.low != b.low { return a.low.isBefore(b.low) }
      return a.high.isBefore(b.high)
    }
    var out: [GridPoint] = []
    var index = 0
    while index < pieces.count {
      let piece = pieces[index]
      var sum = 0
      while index < pieces.count, pieces[index].low == piece.low, pieces[index].high == piece.high {
        sum += pieces[index].direction
        index += 1
      }
      // Two areas on the same side of an edge.
      if abs(sum) > 1 { return nil }
      if sum != 0 { out += sum > 0 ? [piece.low, piece.high] : [piece.high, piece.low] }
    }
    return out
  }
}
