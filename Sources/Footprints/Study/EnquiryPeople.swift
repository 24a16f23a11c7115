extension Enquiry {
  /// The small areas with their people. Throws `usage` where people cannot be counted, with what is missing.
  public func bricks() throws(FootprintsError) -> Bricks {
    if let bricks = study.given.bricks {
      try study.checkWorking(bricks.layer)
      note(bricks.layer)
      note(bricks.notices)
      return bricks
    }
    guard study.hasTable(role: "population"), let (layer, points) = try brickLayer(),
      let table = try table(role: "population")
    else {
      throw FootprintsError(
        .usage,
        "people cannot be counted: the data package has no layer of role 'brick' with a table of role 'population'",
        file: study.package?.files.name, remedy: "Add both to the package.", reason: .noPeople)
    }
    let bricks = try study.kept.value("bricks") { () throws(FootprintsError) in
      try Bricks(layer, PopulationTable(table, bricks: layer.codeIndex), at: points)
    }
    note(bricks.notices)
    return bricks
  }

  /// The small areas of the package, which may be points; nil where there are none.
  private func brickLayer() throws(FootprintsError) -> (layer: PreparedLayer, points: PointLayer?)? {
    if study.hasLayer(role: "brick") {
      do throws(FootprintsError) {
        if let layer = try layer(role: "brick") { return (layer, nil) }
      } catch {
        // What a GeoJSON file has is known only when it is read.
        guard error.reason == .onlyPoints else { throw error }
      }
    }
    guard let package = study.package else { return nil }
    var found = try package.layerResource(role: "brick")
    if found == nil { found = try package.pointResource("brick") }
    guard let resource = found else { return nil }
    let points = try study.points(resource, of: package)
    note(points)
    let layer = try study.kept.value("areas of \(points.identity)") { () throws(FootprintsError) in
      try PreparedLayer(points, jobs: jobs)
    }
    return (layer, points)
  }

  /// The points by which small areas count: those of a resource of role `brick-points`, else their own.
  private func places(of bricks: Bricks) throws(FootprintsError) -> BrickPlaces {
    guard !bricks.arePoints, study.given.bricks == nil, let package = study.package,
      let resource = try package.pointResource("brick-points")
    else {
      return try study.kept.value("centres \(bricks.layer.identity)") { BrickPlaces(bricks) }
    }
    let points = try study.points(resource, of: package)
    note(points)
    return try study.kept.value("places \(bricks.layer.identity)") { () throws(FootprintsError) in
      try BrickPlaces(bricks, points)
    }
  }

  /// The areas and perimeters of all common parts of two layers, in m2 and metres, slivers included; positions are
  /// those of the layers. Throws `fault` where the kernel's own checks fail.
  public func overlap(_ x: PreparedLayer, _ y: PreparedLayer) throws(FootprintsError) -> OverlapTable {
    try study.kept.value("\(x.identity) \(y.identity)") { () throws(FootprintsError) in
      progress("overlapping \(x.name) and \(y.name)")
      return try OverlapEngine.table(x, y, jobs: jobs)
    }
  }

  /// Which bricks belong to which areas of a layer, by position in both.
  ///
  /// Throws `usage` for ``MembershipMethod/lookup`` without a lookup table, and where points are to be divided; `badData` for a table that does not have the
  /// codes of both.
  public func membership(
    of bricks: Bricks, in layer: PreparedLayer, method: MembershipMethod
  ) throws(FootprintsError) -> Membership {
    let method = try bricks.method(method)
    if method == .centroid {
      let places = try places(of: bricks)
      note(places.notices)
      let joined = try study.kept.value("centroid \(bricks.layer.identity) \(layer.identity)") {
        () throws(FootprintsError) in
        try PointMembership(bricks, at: places.places, in: layer, jobs: jobs)
      }
      note(joined.notices)
      return joined.membership
    }
    if method == .lookup {
      let (lookups, areas) = (try lookups(), try overlap(bricks.layer, layer))
      try checkBricks(areas, bricks)
      let joined = try study.kept.value("lookup \(bricks.layer.identity) \(layer.identity)") {
        () throws(FootprintsError) in
        try LookupMembership(lookups, bricks: bricks, in: layer, areas: areas)
      }
      note(joined.notices)
      note(bricks.notices(ofAreas: joined.membership.emptyUnits, in: layer))
      return joined.membership
    }
    let areas = try overlap(bricks.layer, layer)
    try checkBricks(areas, bricks)
    let joined = try study.kept.value("\(method) \(bricks.layer.identity) \(layer.identity)") {
      BrickMembership(areas, bricks: bricks, in: layer, method: method)
    }
    note(joined.notices)
    return joined.membership
  }

  private func lookups() throws(FootprintsError) -> [LookupTable] {
    let tables = try tables(role: "lookup")
    if tables.isEmpty {
      throw FootprintsError(
        .usage, "membership by lookup needs a table of role 'lookup'", file: study.package?.files.name,
        remedy: "Add one to the package.", reason: .noLookup)
    }
    // Files with the same columns are one lookup in parts.
    let headers = tables.map { Set($0.header.map(\.fieldKey)) }
    return try tables.indices.filter { headers.firstIndex(of: headers[$0]) == $0 }
      .map { (first) throws(FootprintsError) in
        let parts = tables.indices.filter { headers[$0] == headers[first] }.map { tables[$0] }
        return try LookupTable(CSVTable(joining: parts))
      }
  }

  /// The people that the areas of two layers share, each brick divided by area, without what is a sliver by their
  /// resolutions. Throws as ``people(in:and:method:)`` does.
  func apportioned(in x: PreparedLayer, and y: PreparedLayer) throws(FootprintsError) -> MassMatrix {
    let table = try overlap(x, y)
    let slivers = try Slivers(table, x: x, y: y, jobs: jobs)
    note([Notice.crudeBorders(slivers.rule, x: x, y: y)].compactMap(\.self))
    let shared = table.settingAside(
      slivers.areSlivers, in: try people(in: x, and: y, method: .apportion).matrix)
    note(Notice.sliverLosses(shared, x: x, y: y))
    return shared
  }

  /// Warns where bricks overlap each other, as small areas of two sizes in one layer do.
  ///
  /// They cover some area more than once then, which costs nothing to see; only then are they overlaid with themselves.
  private func checkBricks(_ areas: OverlapTable, _ bricks: Bricks) throws(FootprintsError) {
    guard BrickFit.coversMoreThanOnce(areas) else { return }
    note(BrickFit.overlapping(bricks, try overlap(bricks.layer, bricks.layer)))
  }

  /// The people that the areas of two layers share, counted through the bricks.
  ///
  /// Throws `usage` where people cannot be counted, and as ``membership(of:in:method:)`` does.
  public func people(
    in x: PreparedLayer, and y: PreparedLayer, method: MembershipMethod
  ) throws(FootprintsError) -> PopulationOverlap {
    let bricks = try bricks()
    let method = try bricks.method(method)
    if method == .apportion {
      let (table, inX, inY) = (
        try overlap(x, y), try membership(of: bricks, in: x, method: method),
        try membership(of: bricks, in: y, method: method)
      )
      return try study.kept.value("apportioned \(x.identity) \(y.identity)") { () throws(FootprintsError) in
        progress("dividing the people of \(bricks.layer.name) among the pairs")
        return try PopulationOverlap.apportioned(
          bricks, x: x, y: y, inX: inX, inY: inY, table: table, jobs: jobs)
      }
    }
    return PopulationOverlap(
      bricks, x: try membership(of: bricks, in: x, method: method),
      y: try membership(of: bricks, in: y, method: method), method: method)
  }
}
