/// The rings of all areas with the pixels that their edges are led through.
struct NodedRings: Sendable {
  private let rings: FixedRings
  /// By edge, those of each in the order of the edge.
  private let passages: [Passage]
  private let contacts: [OwnContacts]
  /// Which contacts make it necessary to put an area together anew.
  private let serious: OwnContacts

  init(_ rings: FixedRings, _ found: consuming NodingFindings, _ serious: OwnContacts) {
    self.rings = rings
    self.serious = serious
    contacts = found.contacts
    passages = Self.inOrder(found.passages, rings)
  }

  /// An edge passes through pixels monotonically along both axes: they are in order by x, and those in one column by y.
  private static func inOrder(_ passages: consuming [Passage], _ rings: FixedRings) -> [Passage] {
    let vertices = rings.vertices
    passages.sort { a, b in
      if a.edge != b.edge { return a.edge < b.edge }
      if a.pixel.x != b.pixel.x {
        return (a.pixel.x < b.pixel.x) == (vertices[Int(a.edge)].x < vertices[Int(a.edge) + 1].x)
      }
      return (a.pixel.y < b.pixel.y) == (vertices[Int(a.edge)].y < vertices[Int(a.edge) + 1].y)
    }
    return passages
  }

  /// Puts the areas together.
  func areas(jobs: Int) throws(FootprintsError) -> MultiPolygonArray {
    let runs = rings.areaRuns(jobs: jobs)
    let made = try parallelMap(count: runs.count, jobs: jobs) { run in
      var out = MultiPolygonArray()
      let area = runs[run]
      let vertices =
        Int(rings.ringStarts[rings.areaStarts[area.upperBound]])
        - Int(rings.ringStarts[rings.areaStarts[area.lowerBound]])
      out.reserve(coordinates: vertices)
      for area in area { append(area, to: &out) }
      return out
    }
    return MultiPolygonArray(joining: made.isEmpty ? [MultiPolygonArray()] : made, jobs: jobs)
  }

  private func append(_ area: Int, to out: inout MultiPolygonArray) {
    defer { out.endArea() }
    let own = rings.areaStarts[area]..<rings.areaStarts[area + 1]
    guard let first = own.first else { return }
    let range = passages(of: Int(rings.ringStarts[first])..<Int(rings.ringStarts[own.upperBound]))
    if contacts[area].isDisjoint(with: serious), areDifferent(range) {
      if own.count == 1 {
        appendSimple(first, range, to: &out)
        return
      }
      if appendDisjoint(own, range, to: &out) { return }
    }
    var arrangement = AreaArrangement()
    for ring in own { add(ring, range, to: &arrangement) }
    arrangement.appendPolygons(to: &out, rings.grid)
  }

  /// The boundary of the ground around which one ring winds, in either direction.
  func boundary(ofRing ring: Int) -> [AreaArrangement.Edge] {
    var arrangement = AreaArrangement(.nonzero)
    let range = passages(of: Int(rings.ringStarts[ring])..<Int(rings.ringStarts[ring + 1]))
    add(ring, range, to: &arrangement)
    return arrangement.boundary()
  }

  private func add(_ ring: Int, _ range: Range<Int>, to arrangement: inout AreaArrangement) {
    var previous: GridPoint?
    forEachPixel(of: ring, range) { pixel in
      if let previous, previous != pixel { arrangement.add(previous, pixel) }
      previous = pixel
    }
  }

  /// Adds the one ring of an area none of whose edges come together.
  private func appendSimple(_ ring: Int, _ range: Range<Int>, to out: inout MultiPolygonArray) {
    let mark = out.mark
    var size = RingSize()
    var previous: GridPoint?
    var count = 0
    forEachPixel(of: ring, range) { pixel in
      if previous == pixel { return }
      previous = pixel
      count += 1
      size.add(pixel)
      out.append(rings.grid.coordinate(pixel))
    }
    guard count >= 4, size.isPositive else {
      out.truncate(to: mark)
      return
    }
    out.endRing()
    out.endPolygon()
  }

  /// Adds the rings of an area none of whose edges come together, unless it takes long to find out how they lie.
  private func appendDisjoint(_ own: Range<Int>, _ range: Range<Int>, to out: inout MultiPolygonArray) -> Bool
  {
    var points: [GridPoint] = []
    var ranges: [Range<Int>] = []
    for ring in own {
      let start = points.count
      forEachPixel(of: ring, range) { pixel in
        if points.count == start || points[points.count - 1] != pixel { points.append(pixel) }
      }
      // What has fewer edges has shrunk to nothing.
      if points.count - start < 4 { points.removeLast(points.count - start) }
      if points.count > start { ranges.append(start..<points.count) }
    }
    return points.withUnsafeBufferPointer { buffer in
      guard let disjoint = DisjointRings(buffer, rings: ranges) else { return false }
      for polygon in disjoint.polygons {
        for ring in polygon {
          for vertex in ranges[ring] { out.append(rings.grid.coordinate(buffer[vertex])) }
          out.endRing()
        }
        out.endPolygon()
      }
      return true
    }
  }

  /// Calls `body` with the pixels of a ring from its first vertex back to it.
  @inline(__always)
  private func forEachPixel(of ring: Int, _ range: Range<Int>, _ body: (GridPoint) -> Void) {
    let edges = rings.edges(of: ring)
    if edges.isEmpty { return }
    rings.vertices.withUnsafeBufferPointer { vertices in
      if range.isEmpty {
        for vertex in edges.lowerBound...edges.upperBound { body(rings.grid.pixel(vertices[vertex])) }
        return
      }
      var next = first(from: edges.lowerBound, range)
      for edge in edges {
        body(rings.grid.pixel(vertices[edge]))
        while next < range.upperBound, passages[next].edge == UInt32(edge) {
          body(passages[next].pixel)
          next += 1
        }
      }
      body(rings.grid.pixel(vertices[edges.upperBound]))
    }
  }

  /// Whether no two edges are led through the same pixel.
  private func areDifferent(_ range: Range<Int>) -> Bool {
    if range.count < 2 { return true }
    let sorted = passages[range].sorted {
      ($0.pixel.y, $0.pixel.x, $0.edge) < ($1.pixel.y, $1.pixel.x, $1.edge)
    }
    return !zip(sorted, sorted.dropFirst()).contains { $0.pixel == $1.pixel && $0.edge != $1.edge }
  }

  /// The passages of some edges.
  private func passages(of edges: Range<Int>) -> Range<Int> {
    let start = first(from: edges.lowerBound, passages.indices)
    return start..<first(from: edges.upperBound, start..<passages.count)
  }

  /// The place of the first passage of an edge or a later one.
  private func first(from edge: Int, _ range: Range<Int>) -> Int {
    var (low, high) = (range.lowerBound, range.upperBound)
    while low < high {
      let middle = (low + high) / 2
      if Int(passages[middle].edge) < edge { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

extension FixedRings {
  /// Runs of areas with roughly the same number of vertices, for parallel work.
  fileprivate func areaRuns(jobs: Int) -> [Range<Int>] {
    let target = max(1 << 14, vertices.count / (8 * jobs))
    var runs: [Range<Int>] = []
    var start = 0
    for area in 0..<count {
      let size = Int(ringStarts[areaStarts[area + 1]]) - Int(ringStarts[areaStarts[start]])
      if size >= target || area + 1 == count {
        runs.append(start..<area + 1)
        start = area + 1
      }
    }
    return runs
  }
}

/// Adds up the size of a ring from its vertices.
struct RingSize {
  private var origin = GridPoint(x: 0, y: 0)
  private var previous = GridPoint(x: 0, y: 0)
  private var isFirst = true
  private var exact: Int128 = 0

  @inline(__always)
  mutating func add(_ point: GridPoint) {
    if isFirst {
      origin = point
      isFirst = false
      return
    }
    let next = GridPoint(x: point.x &- origin.x, y: point.y &- origin.y)
    // Twice the area is below 2^95; what is beyond 2^127 on the way comes back.
    exact &+= Int128(previous.x) &* Int128(next.y) &- Int128(next.x) &* Int128(previous.y)
    previous = next
  }

  /// Whether the ring runs counter-clockwise around some ground.
  var isPositive: Bool { exact > 0 }
}
