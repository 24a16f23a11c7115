extension CheckResult: GeographicResult {
  /// Every finding with the ground that it is about, such as an overlap, else with its place as a point, in longitude and
  /// latitude; one that has neither has no geometry. Ground that is too narrow for seven decimals is a point too.
  public func features() throws(FootprintsError) -> FeatureCollection {
    var shapes = MultiPolygonArray(joining: rows.map { $0.finding.shape.asOneArea }, jobs: jobs)
    if let layer = layers.first?.layer {
      shapes = try shapes.inSevenDecimalsApart(reversing: layer.origin.transformation, jobs: jobs)
    }
    var features = FeatureCollection(
      name: layers.isEmpty ? "check" : "check of " + layers.map(\.layer.name).joined(separator: ", "),
      rounded: shapes, properties: Table("findings", Self.rowFields, rows: rows))
    features.places = rows.map { $0.position ?? .none }
    features.jobs = jobs
    return features
  }
}

extension MultiPolygonArray {
  /// All areas as one, which is one without geometry where there are none.
  var asOneArea: MultiPolygonArray {
    MultiPolygonArray(
      coordinates: coordinates, ringOffsets: ringOffsets, polygonOffsets: polygonOffsets,
      areaOffsets: [0, polygonCount])
  }
}
