extension MultiPolygonArray {
  /// The areas in longitude and latitude (WGS 84), as a feature collection has them, by the inverse of the
  /// registry's best operation.
  ///
  /// Throws `badData` where none is known.
  ///
  /// - Parameters:
  ///   - system: the projected reference system that the areas are in: `origin.transformation.target` of their layer.
  ///   - jobs: how many threads may be used; never changes the result.
  public consuming func longitudeLatitude(
    from system: ReferenceSystem, jobs: Int = availableJobs
  ) throws(FootprintsError) -> MultiPolygonArray {
    let back = try Transformation(from: ReferenceSystem(ReferenceSystem.longitudeLatitude), to: system)
    try updateCoordinates { (coordinates) throws(FootprintsError) in
      try back.applyInverse(to: &coordinates, jobs: jobs)
    }
    return self
  }
}
