/// A polygon layer on the integer grid, ready for the overlap kernel: every ring closed, free of
/// zero-length edges and oriented so that the interior is on the left (exteriors counter-clockwise, holes
/// clockwise).
///
/// Edge `k` runs from vertex `k` to vertex `k + 1`; the edges of ring `r` are `edges(of: r)`. Rings keep the
/// places that they have in the array they were made from; where vertices were dropped, the rest of the
/// place repeats the closing vertex. 16 bytes per vertex.
package struct GridLayer: Sendable {
  /// The grid that the vertices lie on; layers to be overlaid must share it.
  package let grid: IntegerGrid
  /// All vertices, ring after ring.
  let vertices: [GridPoint]
  /// Where each ring's place begins in `vertices`, and where the last one ends.
  let ringStarts: [UInt32]
  /// How many edges each ring has: at least 3, or 0 for a ring that has shrunk to a point or line and is left out.
  let ringEdgeCounts: [UInt32]
  /// The area of each ring.
  let areaOfRing: [UInt32]
  /// Where each polygon begins among the rings, and where the last one ends.
  let polygonOffsets: [Int]
  /// Where each area begins among the polygons, and where the last one ends.
  let areaOffsets: [Int]
  /// The number of edges, and how far they reach.
  let extent: EdgeExtent

  /// The number of areas, including those without geometry.
  package var count: Int { areaOffsets.count - 1 }
  /// The number of edges of all rings.
  package var edgeCount: Int { extent.count }
  /// The number of rings.
  var ringCount: Int { areaOfRing.count }

  /// The edges of a ring.
  @inline(__always)
  func edges(of ring: Int) -> Range<Int> {
    let start = Int(ringStarts[ring])
    return start..<start + Int(ringEdgeCounts[ring])
  }

  /// The rings of all polygons of an area.
  func rings(ofArea area: Int) -> Range<Int> {
    polygonOffsets[areaOffsets[area]]..<polygonOffsets[areaOffsets[area + 1]]
  }

  /// Rounds a layer in metres to a grid.
  ///
  /// Throws `badData` naming the index of the first area with a coordinate that is not finite or lies
  /// more than `IntegerGrid.limit` from the grid's origin along an axis, or with a ring that is not closed.
  package init(_ array: MultiPolygonArray, grid: IntegerGrid, jobs: Int) throws(FootprintsError) {
    guard array.coordinates.count < Int(UInt32.max) else {
      throw FootprintsError(
        .badData, "a layer of \(array.coordinates.count) vertices is too large; the most is 4,294,967,294")
    }
    self.grid = grid
    polygonOffsets = array.polygonOffsets
    areaOffsets = array.areaOffsets
    ringStarts = array.ringOffsets.map { UInt32($0) }
    areaOfRing = Self.areas(ofRingsIn: array)

    let ringPieces = Self.pieces(of: array, jobs: jobs)
    // What lies after the last ring belongs to no area, and nothing would fill its place.
    let total = array.ringOffsets[array.ringCount]
    var counts = [UInt32](repeating: 0, count: array.ringCount)
    let areas = areaOfRing
    var outcome = Result<[EdgeExtent], FootprintsError>.success([])
    vertices = Array(unsafeUninitializedCapacity: total) { vertexBuffer, vertexCount in
      preferLargePages(UnsafeRawBufferPointer(vertexBuffer))
      counts.withUnsafeMutableBufferPointer { countBuffer in
        // Tasks take whole rings: no vertex and no count has two writers, and every vertex one.
        let rounding = RingRounding(
          array: array, grid: grid, areaOfRing: areas, vertices: DisjointElements(buffer: vertexBuffer),
          edgeCounts: DisjointElements(buffer: countBuffer))
        outcome = Result { () throws(FootprintsError) in
          try parallelMap(count: ringPieces.count, jobs: jobs) { piece throws(FootprintsError) in
            try rounding.round(polygons: ringPieces[piece])
          }
        }
      }
      if case .success = outcome { vertexCount = total }
    }
    ringEdgeCounts = counts
    extent = try outcome.get().reduce(into: EdgeExtent()) { $0.add($1) }
  }

  /// Takes over the rings of one area, each a polygon of its own, as they are. Precondition: every ring is closed and has
  /// three edges or more.
  init(rings vertices: [GridPoint], starts: [UInt32], grid: IntegerGrid) {
    self.grid = grid
    self.vertices = vertices
    let count = starts.count - 1
    (ringStarts, ringEdgeCounts) = (starts, (0..<count).map { starts[$0 + 1] - starts[$0] - 1 })
    areaOfRing = [UInt32](repeating: 0, count: count)
    (polygonOffsets, areaOffsets) = (Array(0...count), [0, count])
    extent = Self.extent(of: vertices, starts, ringEdgeCounts)
  }

  /// Some areas of another layer, in the order given.
  private init(_ areas: [Int], of other: GridLayer) {
    var (vertices, starts, counts) = ([GridPoint](), [UInt32](), [UInt32]())
    var (areaOfRing, polygonOffsets, areaOffsets) = ([UInt32](), [0], [0])
    for (position, area) in areas.enumerated() {
      let rings = other.rings(ofArea: area)
      let place = Int(other.ringStarts[rings.lowerBound])..<Int(other.ringStarts[rings.upperBound])
      let (shift, firstRing) = (vertices.count - place.lowerBound, starts.count)
      vertices.append(contentsOf: other.vertices[place])
      for ring in rings { starts.append(UInt32(Int(other.ringStarts[ring]) + shift)) }
      counts.append(contentsOf: other.ringEdgeCounts[rings])
      areaOfRing.append(contentsOf: repeatElement(UInt32(position), count: rings.count))
      for polygon in other.areaOffsets[area]..<other.areaOffsets[area + 1] {
        polygonOffsets.append(other.polygonOffsets[polygon + 1] - rings.lowerBound + firstRing)
      }
      areaOffsets.append(polygonOffsets.count - 1)
    }
    starts.append(UInt32(vertices.count))
    grid = other.grid
    (self.vertices, ringStarts, ringEdgeCounts) = (vertices, starts, counts)
    (self.areaOfRing, self.polygonOffsets, self.areaOffsets) = (areaOfRing, polygonOffsets, areaOffsets)
    extent = Self.extent(of: vertices, starts, counts)
  }

  private static func extent(of vertices: [GridPoint], _ starts: [UInt32], _ counts: [UInt32]) -> EdgeExtent {
    var extent = EdgeExtent()
    vertices.withUnsafeBufferPointer { vertices in
      for (start, count) in zip(starts, counts) {
        for edge in Int(start)..<Int(start + count) { extent.add(vertices[edge], vertices[edge &+ 1]) }
      }
    }
    return extent
  }

  /// Some of the areas, on the same grid.
  func selecting(_ areas: [Int]) -> GridLayer { GridLayer(areas, of: self) }

  private static func areas(ofRingsIn array: MultiPolygonArray) -> [UInt32] {
    var areas = [UInt32]()
    areas.reserveCapacity(array.ringCount)
    for area in 0..<array.count {
      for _ in array.rings(ofArea: area) { areas.append(UInt32(area)) }
    }
    return areas
  }

  /// Runs of polygons with roughly the same number of vertices.
  private static func pieces(of array: MultiPolygonArray, jobs: Int) -> [Range<Int>] {
    let target = Swift.max(1 << 14, array.coordinates.count / (8 * Swift.max(1, jobs)))
    var pieces: [Range<Int>] = []
    var first = 0
    var firstVertex = 0
    for polygon in 0..<array.polygonCount {
      let end = array.ringOffsets[array.polygonOffsets[polygon + 1]]
      if end - firstVertex >= target || polygon + 1 == array.polygonCount {
        pieces.append(first..<polygon + 1)
        first = polygon + 1
        firstVertex = end
      }
    }
    return pieces
  }

  /// The grid-rounded geometry of the areas given, in metres, oriented like the layer: what the kernel
  /// sees, so that other engines see the same.
  package func multiPolygons(of selected: some Sequence<Int>) -> MultiPolygonArray {
    var out = MultiPolygonArray()
    for area in selected {
      for polygon in areaOffsets[area]..<areaOffsets[area + 1] {
        var isEmpty = true
        for ring in polygonOffsets[polygon]..<polygonOffsets[polygon + 1] where ringEdgeCounts[ring] > 0 {
          let edges = edges(of: ring)
          for vertex in vertices[edges.lowerBound...edges.upperBound] { out.append(grid.coordinate(vertex)) }
          out.endRing()
          isEmpty = false
        }
        if !isEmpty { out.endPolygon() }
      }
      out.endArea()
    }
    return out
  }
}
