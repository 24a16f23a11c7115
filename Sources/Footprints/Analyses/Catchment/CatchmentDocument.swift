extension CatchmentResult: DocumentedResult {
  /// How many catchments there are, and each of them.
  public var document: Document {
    var blocks: [Document.Block] = [.paragraph(summary)]
    if !catchments.isEmpty, comparison.isEmpty {
      let columns = Self.rowFields.filter { !Self.ofComparison.contains($0.description.name) }
      blocks.append(
        .table(
          Table("catchments", columns, rows: catchments)
            .showing(
              mostOf: "population", leavingOut: ["holes", "parts", "shared_bricks", "patients", "trust_name"])
        ))
    }
    if !comparison.isEmpty {
      blocks.append(
        .table(
          Table("comparison", Self.rowFields, rows: comparison)
            .showing(
              mostOf: "population", leavingOut: ["threshold", "holes", "parts", "patients", "trust_name"])))
    }
    blocks += [.heading("Notes"), .notes(notes)]
    return Document(title: title, blocks: blocks)
  }

  /// The columns that say nothing about catchments by one method.
  private static let ofComparison = ["method", "threshold", "agreement"]

  private var title: String {
    comparison.isEmpty ? "Catchments by \(words(method))" : "Catchments by every method"
  }

  private func words(_ method: CatchmentMethod) -> String {
    switch method {
    case .layer: "the trust layer"
    case .fptp: "first past the post"
    case .threshold: "a threshold of \(Wording.setting(request.threshold))"
    case .proportional: "proportions"
    case .voronoi: "nearest hospital"
    }
  }

  private var summary: String {
    let set = sets[0]
    let people = bricks.total
    let without = set.rows.count { $0.bricks == 0 }
    let none =
      without == 0 ? "" : " \(Wording.plural(without, "trust")) \(Wording.form(without, "has", "have")) none."
    return
      "\(Wording.plural(set.rows.count - without, "trust")) with a catchment by \(words(method)), over \(Wording.plural(bricks.people.count, "small area")) with \(Wording.people(people)).\(none)"
  }
}

extension CatchmentResult: GeographicResult {
  /// The polygons in longitude and latitude. Throws `usage` where no method makes any.
  public func features() throws(FootprintsError) -> FeatureCollection {
    let drawn = sets.filter { $0.shapes != nil }
    guard !drawn.isEmpty else {
      throw FootprintsError(
        .usage, "catchments by \(method.rawValue) have no polygons",
        remedy: "Choose another method, or another format.")
    }
    let rows = rows.filter { row in drawn.contains { $0.method == row.method } }
    let shapes = MultiPolygonArray(
      joining: rows.compactMap { row in
        drawn.first { $0.method == row.method }?.shapes?.selecting([row.place])
      }, jobs: jobs)
    var features = FeatureCollection(
      name: "catchments",
      geometry: try shapes.longitudeLatitude(reversing: bricks.layer.origin.transformation, jobs: jobs),
      properties: Table("catchments", Self.rowFields, rows: rows))
    features.identifiers = rows.map {
      comparison.isEmpty ? $0.trust.code : "\($0.trust.code)-\($0.method.rawValue)"
    }
    features.jobs = jobs
    return features
  }
}
