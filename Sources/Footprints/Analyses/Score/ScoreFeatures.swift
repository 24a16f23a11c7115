extension ScoreResult: GeographicResult {
  /// The areas of both layers with their scores, in longitude and latitude. Those of one layer have the vertices of common borders in common.
  public func features() throws(FootprintsError) -> FeatureCollection {
    let jobs = comparison.jobs
    let (x, y) = (comparison.x, comparison.y)
    let sides = try [x, y].map { (layer) throws(FootprintsError) in
      try layer.geometry.inSevenDecimals(
        reversing: layer.origin.transformation, on: layer.gridded.grid, jobs: jobs)
    }
    let places = units.compactMap { unit -> (side: Int, area: Int, unit: UnitScores)? in
      let side = unit.side == .x ? 0 : 1
      return [x, y][side].index(ofCode: unit.unit.code).map { (side, $0, unit) }
    }
    var shapes = MultiPolygonArray()
    for place in places { shapes.appendArea(place.area, of: sides[place.side]) }
    var features = FeatureCollection(
      name: "\(x.name)-\(y.name)", rounded: shapes,
      properties: Table("units", Self.unitFields, rows: places.map(\.unit)))
    features.identifiers = places.map { "\($0.side == 0 ? x.name : y.name)-\($0.unit.unit.code)" }
    features.shade = "best_share"
    features.jobs = jobs
    return features
  }
}
