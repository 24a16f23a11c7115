extension Study {
  /// How catchments are made unless stated: from the trust layer where there is one, else first past the post.
  public var defaultCatchment: CatchmentMethod { hasLayer(role: "trust") ? .layer : .fptp }

  /// The ways to make catchments that there are data for; `sites` is whether points of hospitals were named.
  func catchmentMethods(sites: Bool) -> [CatchmentMethod] {
    var methods: [CatchmentMethod] = hasLayer(role: "trust") ? [.layer] : []
    if hasTable(role: "flows") { methods += [.fptp, .threshold, .proportional] }
    if sites || package?.points.contains(where: { $0.request.role == Self.sites }) == true {
      methods.append(.voronoi)
    }
    return methods
  }

  /// The role of the points at which trusts have hospitals.
  static let sites = "sites"
}

extension Enquiry {
  /// The catchments of all trusts over the bricks.
  ///
  /// `threshold` is the proportion at or above which a brick belongs to a catchment by threshold, above 0 and up to 1; `sites` names the
  /// points of hospitals, those of their role when nil.
  func catchments(
    over bricks: Bricks, by method: CatchmentMethod, threshold: Double, membership: MembershipMethod,
    sites: String? = nil
  ) throws(FootprintsError) -> Catchments {
    switch method {
    case .layer:
      let layer = try requiredLayer(role: "trust")
      return Catchments(layer, membership: try trusts(of: layer, membership, bricks))
    case .voronoi:
      let layer = try siteCatchments(sites, over: bricks)
      return Catchments(layer, method: method, membership: try trusts(of: layer, membership, bricks))
    case .fptp, .threshold, .proportional:
      let catchments = try FlowCatchments(
        flows(over: bricks, for: method), bricks: bricks.layer.codes, people: bricks.people,
        codePrefix: bricks.layer.origin.codePrefix, method: method, threshold: threshold)
      note(catchments.notices)
      return Catchments(catchments, method: method, names: try organisationNames(), bricks: bricks)
    }
  }

  /// The trusts that each brick belongs to.
  private func trusts(
    of layer: PreparedLayer, _ method: MembershipMethod, _ bricks: Bricks
  ) throws(FootprintsError) -> Membership {
    // Lookup tables say nothing about trusts.
    if method == .lookup {
      note([
        Notice(
          .information, "trusts-by-largest-share",
          "trusts are in no lookup table: a small area counts in the catchment that has the largest share of it"
        )
      ])
    }
    return try membership(of: bricks, in: layer, method: method == .lookup ? .largest : method)
  }

  /// The flows of the package by today's trusts (``FlowTable/succeeded(by:)``).
  ///
  /// Throws `usage` where there are none, with the method that needs them.
  func flows(over bricks: Bricks, for method: CatchmentMethod) throws(FootprintsError) -> FlowTable {
    guard let table = try table(role: "flows") else {
      let hasLayer = study.hasLayer(role: "trust")
      throw FootprintsError(
        .usage, "catchments by \(method.rawValue) need a table of role 'flows'",
        file: study.package?.files.name,
        remedy: hasLayer ? "Add the flows to the package." : "Add a trust layer or the flows to the package.",
        reason: .noFlows(hasTrustLayer: hasLayer))
    }
    let successions = try self.table(role: "succession")
    return try study.kept.value("flows") { () throws(FootprintsError) in
      let flows = try FlowTable(table, bricks: bricks.layer.codeIndex)
      return try successions.map { (table) throws(FootprintsError) in
        try flows.succeeded(by: SuccessionTable(table))
      } ?? flows
    }
  }

  private func siteCatchments(
    _ name: String?, over bricks: Bricks
  ) throws(FootprintsError) -> PreparedLayer {
    guard name != nil || study.catchmentMethods(sites: false).contains(.voronoi) else {
      throw FootprintsError(
        .usage, "catchments by voronoi need points of role '\(Study.sites)': where trusts have hospitals",
        file: study.package?.files.name, remedy: "Add them to the package.", reason: .noSites)
    }
    let points = try points(name ?? Study.sites)
    guard !bricks.arePoints else {
      throw FootprintsError(
        .usage, "catchments by voronoi need small areas, and those of \(bricks.layer.name) are points")
    }
    let made = try study.kept.value("cells \(points.identity) \(bricks.layer.identity)") {
      () throws(FootprintsError) in
      progress("dividing \(bricks.layer.name) by \(points.name)")
      return try KeptCatchments(SiteCatchments.layer(of: points, within: bricks.layer, jobs: jobs))
    }
    note(made.notices)
    return made.layer
  }

  private struct KeptCatchments: Sendable {
    let layer: PreparedLayer
    let notices: [Notice]

    init(_ made: (layer: PreparedLayer, notices: [Notice])) { (layer, notices) = made }
  }
}
