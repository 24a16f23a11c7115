/// Brings the vertices of a layer into the working reference system.
struct LayerProjection {
  private let entry: TransformationCatalogue.Entry
  /// Whether positions may go through the lattice.
  private let isApproximate: Bool
  private let jobs: Int

  /// Through the lattice where the source is in degrees, unless every position is to go through PROJ itself.
  init(_ entry: TransformationCatalogue.Entry, exact: Bool, jobs: Int) {
    self.entry = entry
    isApproximate = entry.transformation.source.isGeographic && !exact
    self.jobs = jobs
  }

  /// Projects in place; a vertex that cannot be projected is an error that names its area. Returns how well
  /// it was done when an approximation did it.
  func apply(
    to geometry: inout MultiPolygonArray, codes: [String]
  ) throws(FootprintsError) -> Transformation.Approximation? {
    var approximation: Transformation.Approximation?
    try geometry.updateCoordinates { (coordinates) throws(FootprintsError) in
      if isApproximate {
        approximation = try entry.transformation.apply(to: &coordinates, by: entry.lattice, jobs: jobs)
      } else {
        try entry.transformation.apply(to: &coordinates, known: entry.positions, jobs: jobs)
      }
    }
    // A polynomial makes a finite position from a finite one.
    if approximation?.exactVertices != 0 { try check(geometry, codes) }
    return approximation
  }

  private func check(_ geometry: MultiPolygonArray, _ codes: [String]) throws(FootprintsError) {
    guard let bad = geometry.coordinates.firstIndex(where: { !$0.x.isFinite || !$0.y.isFinite }) else {
      return
    }
    let area = (0..<geometry.count).first { geometry.vertices(ofArea: $0).contains(bad) } ?? 0
    throw FootprintsError(
      .badData, "a position cannot be transformed to \(entry.transformation.target.name)",
      place: "area \(codes[area])",
      remedy: "It lies outside the area of use.", reason: .outsideTransformation
    )
  }
}
