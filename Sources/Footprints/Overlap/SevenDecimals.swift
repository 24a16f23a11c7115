extension MultiPolygonArray {
  /// Areas in longitude and latitude as they are written: rounded to seven decimals, 11 mm, valid, and with the
  /// vertices of common borders in common. Rings have the interior on their left (`oriented`).
  func roundedToSevenDecimals(jobs: Int) throws(FootprintsError) -> MultiPolygonArray {
    try SnapRounding.rounded(self, unitsPerOne: 1e7, jobs: jobs)
  }

  /// The areas that closed walks in working coordinates enclose (`OverlayEvidence.outlines`), as they are written.
  ///
  /// An edge that is straight in the plane is not in longitude and latitude: one of length L leaves the straight line by
  /// L^2 tan(latitude) / 8 R, R being the Earth's radius, 2 mm for 300 m at 53 degrees. Where another area has a vertex on a longer edge, the
  /// two would part, and where it lies closer than that, change sides. So where there are longer ones, every vertex on an edge is made one of its own
  /// before, and longer edges are divided.
  func inSevenDecimals(
    reversing transformation: Transformation, on grid: IntegerGrid, jobs: Int
  ) throws(FootprintsError) -> MultiPolygonArray {
    let long = try LongEdges(of: self, longerThan: Self.straight, jobs: jobs)
    let areas =
      long.isEmpty
      ? self
      : try long.withVerticesNear(1 / grid.unitsPerMetre, jobs: jobs)
        .dividingEdges(longerThan: Self.straight, jobs: jobs)
    return try areas.longitudeLatitude(reversing: transformation, jobs: jobs).roundedToSevenDecimals(
      jobs: jobs)
  }

  /// Valid areas in working coordinates as they are written, each by itself: for areas that may lie on top of each other and
  /// are no neighbours.
  func inSevenDecimalsApart(
    reversing transformation: Transformation, jobs: Int
  ) throws(FootprintsError) -> MultiPolygonArray {
    let divided = try dividingEdges(longerThan: Self.straight, jobs: jobs)
    return try SnapRounding.roundedApart(
      divided.longitudeLatitude(reversing: transformation, jobs: jobs), unitsPerOne: 1e7, jobs: jobs)
  }

  /// Up to this length in metres an edge counts as straight in degrees too.
  private static var straight: Double { 300 }

  /// Areas in longitude and latitude without their polygons of less than 1 m2, which is the rounding of borders that
  /// were meant to be the same and cannot be drawn; how many those were and their size in m2. An area may have nothing
  /// left.
  package func withoutDust() -> (areas: MultiPolygonArray, dust: (count: Int, area: Double)) {
    let sizes = (0..<polygonCount).map { squareMetres(ofPolygon: $0) }
    guard sizes.contains(where: { $0 < 1 }) else { return (self, (0, 0)) }
    var kept = MultiPolygonArray()
    var dust = (count: 0, area: 0.0)
    for area in 0..<count {
      for polygon in polygons(of: area) {
        if sizes[polygon] < 1 {
          dust.count += 1
          dust.area += sizes[polygon]
          continue
        }
        for ring in rings(of: polygon) {
          coordinates.withUnsafeBufferPointer {
            kept.append(contentsOf: UnsafeBufferPointer(rebasing: $0[vertices(of: ring)]))
          }
          kept.endRing()
        }
        kept.endPolygon()
      }
      kept.endArea()
    }
    return (kept, dust)
  }

  /// The size of a small polygon in longitude and latitude.
  private func squareMetres(ofPolygon polygon: Int) -> Double {
    guard let ring = rings(of: polygon).first else { return 0 }
    let degrees = area(ofPolygon: polygon)
    // Nothing larger is asked for: a ten-thousandth of a square degree is square kilometres anywhere but at the poles.
    if degrees > 1e-4 { return .infinity }
    return degrees * SquareDegree.squareMetres(atLatitude: coordinates[vertices(of: ring).lowerBound].y)
  }
}
