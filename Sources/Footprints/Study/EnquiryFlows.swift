extension Enquiry {
  /// How many patients go from each small area to each trust. Throws `usage` where there are no flows.
  func patientFlows(over bricks: Bricks) throws(FootprintsError) -> PatientFlows {
    guard study.hasTable(role: "flows") else {
      throw FootprintsError(
        .usage, "weights by flow need a table of role 'flows'", file: study.package?.files.name,
        remedy: "Add the flows to the package.", reason: .noFlowTable)
    }
    let table = try flows(over: bricks, for: .proportional)
    let flows = try study.kept.value("patients \(bricks.layer.identity)") { () throws(FootprintsError) in
      try PatientFlows(table, bricks: bricks)
    }
    note(flows.notices)
    return flows
  }

  /// The patients that trusts and the areas where they live share: N = the sum over small areas of the patients of the trust times
  /// the small area's share in the area. One of the two layers is of trusts.
  ///
  /// Throws `usage` where neither layer is of trusts, or both are, where there are no flows or no small areas.
  func patients(
    in x: PreparedLayer, and y: PreparedLayer, method: MembershipMethod
  ) throws(FootprintsError) -> PopulationOverlap {
    let bricks = try bricks()
    let flows = try patientFlows(over: bricks)
    let (xIs, yIs) = (flows.areTrusts(x), flows.areTrusts(y))
    guard xIs != yIs else {
      throw .flowIsBetweenTrustsAndAreas(
        xIs
          ? "\(x.name) and \(y.name) are both of trusts"
          : "neither \(x.name) nor \(y.name) is a layer of trusts")
    }
    let (trusts, areas) = xIs ? (x, y) : (y, x)
    let method = try bricks.method(method)
    let matched = flows.matched(to: trusts)
    note(matched.notices)
    let inAreas = try membership(of: bricks, in: areas, method: method)
    let counted = bricks.counting(patients: flows.patients)
    return xIs
      ? PopulationOverlap(
        counted, x: matched.membership, y: inAreas, method: method, xElsewhere: matched.elsewhere,
        yElsewhere: nil, told: flows.told)
      : PopulationOverlap(
        counted, x: inAreas, y: matched.membership, method: method, xElsewhere: nil,
        yElsewhere: matched.elsewhere, told: flows.told)
  }

  /// Between which parts of small areas each trust can have. Throws as ``flows(over:for:)`` does.
  func flowBounds(over bricks: Bricks) throws(FootprintsError) -> FlowBounds {
    let table = try flows(over: bricks, for: .proportional)
    return try study.kept.value("flow bounds \(bricks.layer.identity)") { () throws(FootprintsError) in
      FlowBounds(table, bricks: bricks.layer.codes)
    }
  }

  /// The part of each small area's patients whose trust is told, 0...1.
  func toldShares(over bricks: Bricks) throws(FootprintsError) -> [Double] {
    let table = try flows(over: bricks, for: .proportional)
    return try study.kept.value("told \(bricks.layer.identity)") { () throws(FootprintsError) in
      let places = bricks.layer.codeIndex.positions(of: table.flows.map(\.brick)).positions
      var told = [Double](repeating: 0, count: bricks.layer.count)
      for (flow, place) in zip(table.flows, places) { if let place { told[place] += flow.proportion } }
      return told.map { min(1, $0) }
    }
  }

  /// Refuses a way of making catchments where patients are counted wherever they live.
  func refuseCatchment(_ method: CatchmentMethod?) throws(FootprintsError) {
    if let method, method != .proportional {
      throw FootprintsError(
        .usage,
        "weights by flow count a trust’s patients wherever they live, which leaves nothing to catchments by \(method.rawValue)",
        reason: .flowsNeedNoCatchment)
    }
  }
}

extension PatientFlows {
  /// Whether the areas of a layer are trusts: by its role, and without one by the codes.
  fileprivate func areTrusts(_ layer: PreparedLayer) -> Bool {
    if let role = layer.role { return role == "trust" }
    return layer.count > 0 && 2 * layer.codeIndex.positions(of: trusts).count >= layer.count
  }
}
