/// Rounds the rings of a layer into their places of the grid layer's buffers.
struct RingRounding: Sendable {
  let array: MultiPolygonArray
  let grid: IntegerGrid
  let areaOfRing: [UInt32]
  let vertices: DisjointElements<GridPoint>
  let edgeCounts: DisjointElements<UInt32>

  /// Rounds all rings of some polygons. The holes of a polygon whose exterior has shrunk to nothing go with it.
  func round(polygons: Range<Int>) throws(FootprintsError) -> EdgeExtent {
    var extent = EdgeExtent()
    for polygon in polygons {
      let rings = array.rings(of: polygon)
      for ring in rings {
        if ring > rings.lowerBound && edgeCounts[rings.lowerBound] == 0 {
          // Left out, but still a place in memory.
          for index in array.vertices(of: ring) { vertices[index] = GridPoint(x: 0, y: 0) }
          continue
        }
        try round(ring: ring, isHole: ring > rings.lowerBound, &extent)
      }
    }
    return extent
  }

  private func round(ring: Int, isHole: Bool, _ extent: inout EdgeExtent) throws(FootprintsError) {
    let place = array.vertices(of: ring)
    if place.isEmpty { return }
    let end = try fill(place, ring)
    guard vertices[place.lowerBound] == vertices[end - 1] else {
      throw FootprintsError(
        .badData, "a ring of area \(areaOfRing[ring]) is not closed",
        remedy: "The last position of a ring must repeat the first.")
    }
    let edges = place.lowerBound..<end - 1
    for index in end..<Swift.max(end, place.upperBound) { vertices[index] = vertices[end - 1] }
    guard edges.count >= 3 else { return }
    // A ring without area, such as an even bow tie, stays: it has no orientation, but may be invalid.
    let doubleArea = doubleArea(edges)
    if isHole ? doubleArea > 0 : doubleArea < 0 { reverse(edges) }
    edgeCounts[ring] = UInt32(edges.count)
    for edge in edges { extent.add(vertices[edge], vertices[edge + 1]) }
  }

  /// Writes the vertices of a ring without repetitions and returns the end of what was written.
  private func fill(_ place: Range<Int>, _ ring: Int) throws(FootprintsError) -> Int {
    var end = place.lowerBound
    for index in place {
      guard let point = grid.point(array.coordinates[index]) else {
        throw outOfRange(array.coordinates[index], ring)
      }
      if end > place.lowerBound && vertices[end - 1] == point { continue }
      vertices[end] = point
      end += 1
    }
    return end
  }

  /// Twice the signed area of a closed run of edges in square units, counter-clockwise positive. Each
  /// product stays below 2^81 in magnitude, so that the sum of up to 2^32 of them stays below 2^114.
  private func doubleArea(_ edges: Range<Int>) -> Int128 {
    var sum: Int128 = 0
    for edge in edges {
      let p = vertices[edge]
      let q = vertices[edge + 1]
      sum &+= Int128(p.x) &* Int128(q.y) &- Int128(p.y) &* Int128(q.x)
    }
    return sum
  }

  private func reverse(_ edges: Range<Int>) {
    var low = edges.lowerBound
    var high = edges.upperBound
    while low < high {
      (vertices[low], vertices[high]) = (vertices[high], vertices[low])
      low += 1
      high -= 1
    }
  }

  private func outOfRange(_ coordinate: Coordinate, _ ring: Int) -> FootprintsError {
    let area = areaOfRing[ring]
    guard coordinate.x.isFinite, coordinate.y.isFinite else {
      return FootprintsError(.badData, "area \(area) has a coordinate that is not a finite number")
    }
    let kilometres = (IntegerGrid.limit >> Int64(grid.unitBits)) / 1000
    return FootprintsError(
      .badData,
      "area \(area) has a position at (\(coordinate.x), \(coordinate.y)) m, more than \(kilometres) km east, "
        + "west, north or south of the middle of all areas",
      remedy: "Check the reference system of the layers, and that no position is far off.")
  }
}
