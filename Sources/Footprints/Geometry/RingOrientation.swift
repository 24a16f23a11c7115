extension MultiPolygonArray {
  /// The same areas with the interior on the left of every ring: exteriors counter-clockwise, holes clockwise.
  func oriented(jobs: Int) throws(FootprintsError) -> MultiPolygonArray {
    let chunks = Pieces(of: polygonCount, minimum: 64, jobs: 4 * jobs)
    let wrong = try parallelMap(count: chunks.count, jobs: jobs) { chunk in
      chunks[chunk].flatMap { polygon in
        let rings = rings(of: polygon)
        return rings.filter { (signedArea(ofRing: $0) > 0) != ($0 == rings.lowerBound) }
      }
    }.flatMap(\.self)
    if wrong.isEmpty { return self }
    var copy = self
    try copy.updateCoordinates { (coordinates) throws(FootprintsError) in
      for ring in wrong { coordinates[vertices(of: ring)].reverse() }
    }
    return copy
  }
}
