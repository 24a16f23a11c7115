/// Brings the vertices of a layer into the working reference system.
struct LayerProjection {
  private let transformation: Transformation
  private let jobs: Int
  /// Whether every vertex goes through PROJ itself.
  private let isExact: Bool

  init(_ transformation: Transformation, jobs: Int, isExact: Bool) {
    self.transformation = transformation
    self.jobs = jobs
    self.isExact = isExact || !transformation.source.isGeographic
  }

  /// Projects in place; a vertex that can not be projected is an error that names its area. Returns how well
  /// it was done when an approximation did it.
  func apply(
    to geometry: inout MultiPolygonArray, codes: [String]
  ) throws(FootprintsError) -> Transformation.Approximation? {
    var approximation: Transformation.Approximation?
    try geometry.updateCoordinates { (coordinates) throws(FootprintsError) in
      if isExact {
        try transformation.apply(to: &coordinates, jobs: jobs)
      } else {
        approximation = try transformation.applyApproximately(to: &coordinates, jobs: jobs)
      }
    }
    try check(geometry, codes)
    return approximation
  }

  private func check(_ geometry: MultiPolygonArray, _ codes: [String]) throws(FootprintsError) {
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
