extension OverlapResult: GeographicResult {
  /// The common parts as features with the properties of the rows, in longitude and latitude. Polygons of less than
  /// 1 m2 are left out, which a note counts.
  ///
  /// The pieces are taken back to WGS 84 by the inverse of the operation that brought the first layer into the
  /// working system, so that they lie where its file has them; a layer of another origin takes the registry's
  /// best operation.
  public func features() throws(FootprintsError) -> FeatureCollection {
    let (x, y, jobs) = (comparison.x, comparison.y, comparison.jobs)
    let listed = self.pairs.filter { $0.values.area > 0 }
    let rows = listed.map(\.values)
    let pairs = rows.compactMap { row in
      row.x.flatMap { x in row.y.map { OverlapTable.Pair(x: x, y: $0, area: row.area, perimeter: 0) } }
    }
    let pieces = try OverlapPieces.build(
      pairs, x: x.geometry, y: y.geometry, xAreas: comparison.table.xAreas, yAreas: comparison.table.yAreas,
      jobs: jobs)
    let (shapes, dust) = OverlapPieces.withoutDust(pieces)
    var features = FeatureCollection(
      name: "\(x.name)-\(y.name)",
      geometry: try shapes.longitudeLatitude(from: x.origin.transformation.target, jobs: jobs),
      properties: Table("pairs", Self.rowFields, rows: listed, showing: conditions))
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
