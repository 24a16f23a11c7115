extension MultiPolygonArray {
  /// The same areas with no edge longer than a length: longer ones are divided into equal parts. The new vertices of an
  /// edge are the same whichever way it runs, so that neighbours still have all of theirs in common.
  package func dividingEdges(longerThan length: Double, jobs: Int) throws(FootprintsError)
    -> MultiPolygonArray
  {
    let chunks = Pieces(of: count, minimum: 16, jobs: 4 * jobs)
    let parts = try parallelMap(count: chunks.count, jobs: jobs) { chunk in
      var out = MultiPolygonArray()
      for area in chunks[chunk] {
        for polygon in polygons(of: area) {
          for ring in rings(of: polygon) { out.append(ring, of: self, dividedAt: length) }
          out.endPolygon()
        }
        out.endArea()
      }
      return out
    }
    return MultiPolygonArray(joining: parts.isEmpty ? [MultiPolygonArray()] : parts, jobs: jobs)
  }

  private mutating func append(_ ring: Int, of other: MultiPolygonArray, dividedAt length: Double) {
    let vertices = other.vertices(of: ring)
    for vertex in vertices.dropLast() {
      let (p, q) = (other.coordinates[vertex], other.coordinates[vertex + 1])
      append(p)
      let distance = ((q.x - p.x) * (q.x - p.x) + (q.y - p.y) * (q.y - p.y)).squareRoot()
      let parts = Int((distance / length).rounded(.up))
      if parts < 2 { continue }
      let isForward = (p.x, p.y) < (q.x, q.y)
      let (low, high) = isForward ? (p, q) : (q, p)
      for step in 1..<parts {
        let t = Double(isForward ? step : parts - step) / Double(parts)
        append(Coordinate(low.x + (high.x - low.x) * t, low.y + (high.y - low.y) * t))
      }
    }
    if let last = vertices.last { append(other.coordinates[last]) }
    endRing()
  }
}
