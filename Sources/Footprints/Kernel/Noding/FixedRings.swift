/// The rings of areas in fixed point, each closed and without edges of no length; 16 bytes a vertex.
///
/// Edge `k` runs from vertex `k` to vertex `k + 1`. Rings keep the places that they have in the array they were made
/// from; where vertices were dropped, the rest of the place is not used.
struct FixedRings: Sendable {
  let grid: PixelGrid
  let vertices: [GridPoint]
  /// Where each ring's place begins, and where the last one ends.
  let ringStarts: [UInt32]
  /// How many edges each ring has: at least 3, or 0 for one that encloses nothing.
  let ringEdgeCounts: [UInt32]
  let areaOfRing: [UInt32]
  /// Where each area begins among the rings, and where the last one ends.
  let areaStarts: [Int]
  /// Whether all vertices are centres of pixels.
  let areCentred: Bool

  var count: Int { areaStarts.count - 1 }
  var ringCount: Int { areaOfRing.count }

  @inline(__always)
  func edges(of ring: Int) -> Range<Int> {
    let start = Int(ringStarts[ring])
    return start..<start + Int(ringEdgeCounts[ring])
  }

  /// Throws `badData` for coordinates that are not finite or too large for the grid, and for a ring that is not closed.
  init(_ areas: MultiPolygonArray, unitsPerOne: Double, jobs: Int) throws(FootprintsError) {
    guard areas.coordinates.count < Int(UInt32.max) else {
      throw FootprintsError(
        .badData, "\(areas.coordinates.count) vertices are too many to be rounded together")
    }
    let magnitude = try Self.magnitude(of: areas.coordinates, jobs: jobs)
    guard let grid = PixelGrid(unitsPerOne: unitsPerOne, magnitude: magnitude) else {
      throw FootprintsError(
        .badData,
        "an area has a coordinate of \(magnitude), too large to be rounded to parts of 1/\(unitsPerOne)")
    }
    self.grid = grid
    ringStarts = areas.ringOffsets.map { UInt32($0) }
    areaStarts = areas.areaOffsets.map { areas.polygonOffsets[$0] }
    var owners: [UInt32] = []
    owners.reserveCapacity(areas.ringCount)
    for area in 0..<areas.count {
      for _ in areas.rings(ofArea: area) { owners.append(UInt32(area)) }
    }
    areaOfRing = owners

    let pieces = areas.ringPieces(jobs: jobs)
    var counts = [UInt32](repeating: 0, count: areas.ringCount)
    var outcome = Result<[Bool], FootprintsError>.success([])
    let total = areas.coordinates.count
    vertices = Array(unsafeUninitializedCapacity: total) { vertexBuffer, vertexCount in
      preferLargePages(UnsafeRawBufferPointer(vertexBuffer))
      counts.withUnsafeMutableBufferPointer { countBuffer in
        // Tasks take whole rings: no vertex and no count has two writers.
        let (vertices, counts) = (
          DisjointElements(buffer: vertexBuffer), DisjointElements(buffer: countBuffer)
        )
        outcome = Result { () throws(FootprintsError) in
          try parallelMap(count: pieces.count, jobs: jobs) { piece throws(FootprintsError) in
            var areCentred = true
            for ring in pieces[piece] {
              counts[ring] = try Self.fill(ring, of: areas, grid, vertices, &areCentred)
            }
            return areCentred
          }
        }
      }
      if case .success = outcome { vertexCount = total }
    }
    ringEdgeCounts = counts
    areCentred = try outcome.get().allSatisfy { $0 }
  }

  /// The same rings without spikes that are narrower than a pixel: where an edge runs back through the pixel of the one
  /// before, or that one through the other's end. A ring that jumps along a line has little left.
  func withoutSpikes() -> FixedRings {
    var vertices = vertices
    var counts = ringEdgeCounts
    for ring in 0..<ringCount {
      let place = edges(of: ring)
      if place.isEmpty { continue }
      var end = place.lowerBound
      for index in place.lowerBound...place.upperBound {
        vertices[end] = vertices[index]
        end += 1
        while end - place.lowerBound >= 3, isSpike(vertices[end - 3], vertices[end - 2], vertices[end - 1]) {
          vertices[end - 2] = vertices[end - 1]
          end -= vertices[end - 3] == vertices[end - 2] ? 2 : 1
        }
      }
      counts[ring] = end - place.lowerBound > 3 ? UInt32(end - place.lowerBound - 1) : 0
      for index in end...max(end, place.upperBound) where index <= place.upperBound {
        vertices[index] = vertices[place.lowerBound]
      }
    }
    return FixedRings(self, vertices, counts)
  }

  private init(_ other: FixedRings, _ vertices: [GridPoint], _ counts: [UInt32]) {
    (grid, ringStarts, areaOfRing, areaStarts) = (
      other.grid, other.ringStarts, other.areaOfRing, other.areaStarts
    )
    areCentred = other.areCentred
    self.vertices = vertices
    ringEdgeCounts = counts
  }

  private func isSpike(_ p: GridPoint, _ q: GridPoint, _ r: GridPoint) -> Bool {
    let along =
      Double(q.x &- p.x) * Double(r.x &- q.x) + Double(q.y &- p.y) * Double(r.y &- q.y)
    guard along < 0 else { return false }
    return grid.passage(p, q, through: grid.pixel(r)) != .apart
      || grid.passage(q, r, through: grid.pixel(p)) != .apart
  }

  /// The largest magnitude of a coordinate.
  private static func magnitude(
    of coordinates: [Coordinate], jobs: Int
  ) throws(FootprintsError) -> Double {
    let pieces = Pieces(of: coordinates.count, minimum: 1 << 16, jobs: jobs)
    let largest = try parallelMap(count: pieces.count, jobs: jobs) { piece throws(FootprintsError) in
      var most = 0.0
      // Zero for finite numbers and else not a number.
      var doubt = 0.0
      coordinates.withUnsafeBufferPointer { coordinates in
        for index in pieces[piece] {
          let (x, y) = (abs(coordinates[index].x), abs(coordinates[index].y))
          most = most > x ? most : x
          most = most > y ? most : y
          doubt += 0 * x + 0 * y
        }
      }
      guard doubt == 0 else {
        throw FootprintsError(.badData, "an area has a coordinate that is not a finite number")
      }
      return most
    }
    return largest.max() ?? 0
  }

  /// Writes the vertices of a ring, its closing one included, and returns how many edges it has.
  private static func fill(
    _ ring: Int, of areas: MultiPolygonArray, _ grid: PixelGrid, _ vertices: DisjointElements<GridPoint>,
    _ areCentred: inout Bool
  ) throws(FootprintsError) -> UInt32 {
    let place = areas.vertices(of: ring)
    guard let first = place.first else { return 0 }
    var end = first
    var fractions: Int64 = 0
    areas.coordinates.withUnsafeBufferPointer { coordinates in
      for index in place {
        let point = grid.position(coordinates[index])
        if end > first, vertices[end &- 1] == point { continue }
        fractions |= point.x | point.y
        vertices[end] = point
        end &+= 1
        // What runs straight back encloses nothing.
        while end &- first >= 3, turnsBack(vertices[end &- 3], vertices[end &- 2], vertices[end &- 1]) {
          vertices[end &- 2] = vertices[end &- 1]
          end &-= vertices[end &- 3] == vertices[end &- 2] ? 2 : 1
        }
      }
    }
    guard vertices[first] == vertices[end - 1] else {
      throw FootprintsError(
        .badData, "a ring is not closed", remedy: "The last position of a ring must repeat the first.")
    }
    if fractions & (1 &<< grid.fractionBits &- 1) != 0 { areCentred = false }
    for index in end..<place.upperBound { vertices[index] = vertices[first] }
    return end - first > 3 ? UInt32(end - first - 1) : 0
  }
}

extension MultiPolygonArray {
  /// Runs of rings with roughly the same number of vertices, for parallel work.
  func ringPieces(jobs: Int) -> [Range<Int>] {
    let target = Swift.max(1 << 14, coordinates.count / (8 * Swift.max(1, jobs)))
    var pieces: [Range<Int>] = []
    var first = 0
    for ring in 0..<ringCount
    where ringOffsets[ring + 1] - ringOffsets[first] >= target || ring + 1 == ringCount {
      pieces.append(first..<ring + 1)
      first = ring + 1
    }
    return pieces
  }
}
