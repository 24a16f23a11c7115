extension OverlapReport {
  /// The common parts as features with the properties of the rows, in longitude and latitude.
  ///
  /// The pieces come back to WGS 84 by the inverse of the operation that brought the first layer into the
  /// working system, so that they lie where its file has them; a layer of another origin takes the registry's
  /// best operation.
  public func geoJSON() throws(FootprintsError) -> String {
    let rows = analysis.rows.filter { $0.area > 0 }
    let pairs = rows.compactMap { row in
      row.x.flatMap { x in row.y.map { OverlapTable.Pair(x: x, y: $0, area: row.area, perimeter: 0) } }
    }
    var pieces = try OverlapPieces.build(
      pairs, x: analysis.x.geometry, y: analysis.y.geometry, xAreas: analysis.table.xAreas,
      yAreas: analysis.table.yAreas,
      jobs: analysis.parameters.jobs)
    let jobs = analysis.parameters.jobs
    let back = try Transformation(
      from: ReferenceSystem(ReferenceSystem.longitudeLatitude), to: analysis.x.origin.transformation.target)
    try pieces.updateCoordinates { (coordinates) throws(FootprintsError) in
      try back.applyInverse(to: &coordinates, jobs: jobs)
    }
    let members: [JSONValue.Member] = [
      .init("name", .string("\(analysis.x.name)-\(analysis.y.name)")), .init("footprint", header),
    ]
    var box = Box.empty
    for coordinate in pieces.coordinates { box.extend(to: coordinate) }
    var writer = GeoJSONWriter(members: members, box: box)
    let names = Self.columns(people: analysis.population != nil)
    for (index, row) in rows.enumerated() {
      writer.append(index, of: pieces, properties: zip(names, values(row)).map { JSONValue.Member($0, $1) })
    }
    writer.finish()
    return writer.text
  }

  /// Everything but the results, as a foreign member (RFC 7946, section 6.1).
  private var header: JSONValue {
    let whole = Provenance(inputs).envelope(command: "overlap", parameters: parameters, results: .null)
    guard case .object(let members) = whole else { return whole }
    return .object(members.filter { $0.name != "results" } + [.init("notes", JSONValue(notes))])
  }
}
