/// What an analysis weighs areas by.
public enum Weights: String, Sendable, CaseIterable {
  /// Square metres.
  case area
  /// The people of the bricks.
  case population
}

extension Workbench {
  /// The bricks and their people; nil when the package lacks one of the two.
  public func bricks() throws(FootprintsError) -> Bricks? {
    guard let package, let table = try package.table(role: "population"), let layer = try layer(role: "brick")
    else {
      return nil
    }
    return Bricks(layer, try PopulationTable(table))
  }

  /// The weights to use when the user does not say: people when the package can count them.
  public var defaultWeights: Weights {
    package?.resource(role: "population") != nil && package?.resource(role: "brick") != nil
      ? .population : .area
  }

  /// The bricks, or an error that says what is missing.
  func requiredBricks() throws(FootprintsError) -> Bricks {
    if let bricks = try bricks() { return bricks }
    throw FootprintsError(
      .usage,
      "people can not be counted: the data package has no layer of role 'brick' with a table of role 'population'",
      file: package?.files.name, remedy: "Add both to the package, or use --weights area.")
  }

  /// Which bricks belong to which areas of a layer.
  public func membership(of bricks: Bricks, in layer: PreparedLayer, method: MembershipMethod)
    throws(FootprintsError)
    -> Membership
  {
    if method == .lookup { return try lookupMembership(of: bricks, in: layer) }
    return Membership(areas: try overlapTable(bricks.layer, layer), method: method)
  }

  /// Membership by the package's lookup table: its columns are told by the codes in them.
  private func lookupMembership(of bricks: Bricks, in layer: PreparedLayer) throws(FootprintsError)
    -> Membership
  {
    guard let csv = try package?.table(role: "lookup") else {
      throw FootprintsError(
        .usage, "--membership lookup needs a table of role 'lookup'", file: package?.files.name,
        remedy: "Add one to the package, or use --membership largest.")
    }
    let table = try LookupTable(csv)
    func column(_ layer: PreparedLayer) throws(FootprintsError) -> Int {
      if let column = table.column(of: Set(layer.codes)) { return column }
      throw FootprintsError(
        .badData, "no column holds the codes of \(layer.name)", file: table.file,
        remedy: "Its columns are \(table.columns.joined(separator: ", ")).")
    }
    let unit = Dictionary(zip(layer.codes, layer.codes.indices), uniquingKeysWith: { first, _ in first })
    let (partner, _) = table.mapping(from: try column(bricks.layer), to: try column(layer))
    let rows = bricks.layer.codes.map { code -> [Membership.Share] in
      guard let code = partner[code], let index = unit[code] else { return [] }
      return [Membership.Share(unit: index, share: 1)]
    }
    return Membership(rows, unitCount: layer.count)
  }

  /// The people whom the areas of two layers share.
  func populationOverlap(
    x: PreparedLayer, y: PreparedLayer, table: OverlapTable, method: MembershipMethod
  ) throws(FootprintsError) -> (PopulationOverlap, Bricks) {
    let bricks = try requiredBricks()
    if method == .apportion {
      progress("dividing the people of \(bricks.layer.name) over the pairs")
      let people = try PopulationOverlap.apportioned(bricks, x: x, y: y, table: table, jobs: reader.jobs)
      return (people, bricks)
    }
    let xMembership = try membership(of: bricks, in: x, method: method)
    let yMembership = try membership(of: bricks, in: y, method: method)
    return (PopulationOverlap(bricks, x: xMembership, y: yMembership, method: method), bricks)
  }
}
