extension Catchments {
  /// The catchments as areas, in the order of the trusts; without polygons where a trust has no small area. Nil where the method
  /// makes none. Catchments by first past the post are a partition of the small areas, vertex by vertex.
  func shapes(over bricks: Bricks, jobs: Int) throws(FootprintsError) -> MultiPolygonArray? {
    if let layer { return layer.geometry }
    if method == .proportional || bricks.arePoints { return nil }
    return try membership.shapes(over: bricks.layer, jobs: jobs)
  }
}
