/// Brings the vertices of a layer into the working reference system.
struct LayerProjection {
  private let transformation: Transformation
  private let jobs: Int

  init(_ transformation: Transformation, jobs: Int) {
    self.transformation = transformation
    self.jobs = jobs
  }

  /// Projects in place; a vertex that can not be projected is an error that names its area.
  func apply(to geometry: inout MultiPolygonArray, codes: [String]) throws(FootprintsError) {
    try geometry.updateCoordinates { (coordinates) throws(FootprintsError) in
      try transformation.apply(to: &coordinates, jobs: jobs)
    }
    guard let bad = geometry.coordinates.firstIndex(where: { !$0.x.isFinite || !$0.y.isFinite }) else {
      return
    }
    let area = (0..<geometry.count).first { geometry.vertices(ofArea: $0).contains(bad) } ?? 0
    throw FootprintsError(
      .badData, "a position can not be transformed to \(transformation.target.name)",
      place: "area \(codes[area])",
      remedy:
        "It lies outside the area of use; state the file's system with --source-crs, or choose another with --crs."
    )
  }
}
