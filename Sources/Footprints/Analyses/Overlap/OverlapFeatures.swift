extension OverlapResult: GeographicResult {
  /// The common parts, then what is left over, as features with the properties of the rows, in longitude and latitude.
  /// Neighbours have all vertices of their common borders in common. Polygons of less than 1 m2 are left out, which a
  /// note counts, unless slivers are kept.
  ///
  /// The pieces are taken back to WGS 84 by the inverse of the operation that brought the first layer into the
  /// working system, so that they lie where its file has them; a layer of another origin takes the registry's
  /// best operation.
  public func features() throws(FootprintsError) -> FeatureCollection {
    let listed = (pairs + leftovers).filter { $0.values.area > 0 }
    let jobs = comparison.jobs
    let rounded = try comparison.outlines(of: listed.map(\.values)).inSevenDecimals(
      reversing: comparison.x.origin.transformation, on: comparison.x.gridded.grid, jobs: jobs)
    let (shapes, dust) =
      comparison.parameters.keepsSlivers ? (rounded, (count: 0, area: 0)) : rounded.withoutDust()
    var features = FeatureCollection(
      name: "\(comparison.x.name)-\(comparison.y.name)", rounded: shapes,
      properties: Table("pairs", Self.rowFields, rows: listed, showing: conditions))
    features.shade =
      switch comparison.unit {
      case .squareMetres: "x_share"
      case .people: "x_population_share"
      case .patients: "x_patients_share"
      }
    features.identifiers = listed.map { "\($0.x?.code ?? "")-\($0.y?.code ?? "")" }
    if dust.count > 0 {
      features.notes = [
        Note(
          "\(Wording.plural(dust.count, "polygon")) of less than 1 m2, \(Wording.area(dust.area)) in all, not drawn."
        )
      ]
    }
    features.jobs = jobs
    return features
  }
}

extension LayerComparison {
  /// The closed walks around common parts and what is left over, one area for each row, in working coordinates; the
  /// rows of pairs first.
  func outlines(of rows: [Row]) throws(FootprintsError) -> MultiPolygonArray {
    var pairs: [OverlapTable.Pair] = []
    var left = (x: [Int](), y: [Int]())
    for row in rows {
      switch (row.x, row.y) {
      case (let x?, let y?): pairs.append(.init(x: x, y: y, area: row.area, perimeter: 0))
      case (let x?, nil): left.x.append(x)
      case (nil, let y?): left.y.append(y)
      case (nil, nil): break
      }
    }
    return try table.evidence(x.geometry, y.geometry, jobs: jobs)
      .outlines(of: pairs, andLeftOf: (left.x, left.y), jobs: jobs)
  }
}
