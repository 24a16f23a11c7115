extension LocateResult: GeographicResult {
  /// The points with the areas that hold them, in longitude and latitude; those without coordinates have no geometry.
  public func features() throws(FootprintsError) -> FeatureCollection {
    let system = points.origin.transformation.target
    let back = try Transformation(from: ReferenceSystem(ReferenceSystem.longitudeLatitude), to: system)
    var places = listed.map { points.coordinates[$0] }
    try back.applyInverse(to: &places, jobs: jobs)
    for (place, point) in listed.enumerated() where !points.isPlaced(point) { places[place] = .none }
    var features = FeatureCollection(
      name: points.name, points: places, properties: Table("points", rowFields, rows: listed))
    features.identifiers = listed.map { points.codes[$0] }
    features.jobs = jobs
    return features
  }
}
