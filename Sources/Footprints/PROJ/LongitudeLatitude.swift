extension MultiPolygonArray {
  /// The areas in longitude and latitude (WGS 84), as a feature collection has them, by the inverse of the
  /// registry's best operation: through a lattice that is checked as the one on the way there is, so that they differ
  /// from the operation's own results by a hundredth of a millimetre at most.
  ///
  /// Throws `badData` where none is known.
  ///
  /// - Parameters:
  ///   - system: the projected reference system that the areas are in: `origin.transformation.target` of their layer.
  ///   - jobs: how many threads may be used; never changes the result.
  public consuming func longitudeLatitude(
    from system: ReferenceSystem, jobs: Int = availableJobs
  ) throws(FootprintsError) -> MultiPolygonArray {
    let there = try Transformation(from: ReferenceSystem(ReferenceSystem.longitudeLatitude), to: system)
    return try longitudeLatitude(undoing: there, jobs: jobs)
  }

  /// The same for areas that a transformation brought where they are. Where that began with longitudes and latitudes,
  /// nothing has to be looked up, which takes tens of milliseconds.
  ///
  /// - Parameters:
  ///   - transformation: `origin.transformation` of their layer.
  ///   - jobs: how many threads may be used; never changes the result.
  public consuming func longitudeLatitude(
    reversing transformation: Transformation, jobs: Int = availableJobs
  ) throws(FootprintsError) -> MultiPolygonArray {
    if transformation.source.definition == ReferenceSystem.longitudeLatitude {
      return try longitudeLatitude(undoing: transformation, jobs: jobs)
    }
    return try longitudeLatitude(from: transformation.target, jobs: jobs)
  }

  private consuming func longitudeLatitude(
    undoing there: Transformation, jobs: Int
  ) throws(FootprintsError) -> MultiPolygonArray {
    let lattice = ProjectionLattice(.backwards)
    try updateCoordinates { (coordinates) throws(FootprintsError) in
      _ = try there.apply(to: &coordinates, by: lattice, jobs: jobs)
    }
    return self
  }
}
