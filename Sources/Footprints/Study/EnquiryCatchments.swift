extension Study {
  /// How catchments are made unless stated: from the trust layer where there is one, else first past the post.
  public var defaultCatchment: CatchmentMethod { hasLayer(role: "trust") ? .layer : .fptp }
}

extension Enquiry {
  /// The catchments of all trusts over the bricks.
  ///
  /// `threshold` is the proportion at or above which a brick belongs to a catchment by threshold, above 0 and up to 1.
  func catchments(
    over bricks: Bricks, by method: CatchmentMethod, threshold: Double, membership: MembershipMethod
  ) throws(FootprintsError) -> Catchments {
    if method == .layer {
      let layer = try requiredLayer(role: "trust")
      // Lookup tables say nothing about trusts.
      if membership == .lookup {
        note([
          Notice(
            .information, "trusts-by-largest-share",
            "trusts are in no lookup table: a small area counts in the catchment that has the largest share of it"
          )
        ])
      }
      let bricksOfTrusts = try self.membership(
        of: bricks, in: layer, method: membership == .lookup ? .largest : membership)
      return Catchments(layer, membership: bricksOfTrusts)
    }
    guard let table = try table(role: "flows") else {
      throw FootprintsError(
        .usage, "catchments by \(method.rawValue) need a table of role 'flows'",
        file: study.package?.files.name,
        remedy: study.hasLayer(role: "trust")
          ? "Add the flows to the package." : "Add a trust layer or the flows to the package.",
        reason: .noFlows(hasTrustLayer: study.hasLayer(role: "trust")))
    }
    let flows = try study.kept.value("flows") { () throws(FootprintsError) in
      try FlowTable(table, bricks: CodeIndex(bricks.layer.codes))
    }
    let catchments = try FlowCatchments(
      flows, bricks: bricks.layer.codes, people: bricks.people, codePrefix: bricks.layer.origin.codePrefix,
      method: method, threshold: threshold)
    note(catchments.notices)
    return Catchments(catchments, method: method, names: try organisationNames(), bricks: bricks)
  }
}
