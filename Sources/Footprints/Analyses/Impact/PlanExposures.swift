/// What a trust shares with the plans, and plans with partnerships, in people or in area: one path from matrices of
/// either to the exposures of an impact.
struct PlanExposures {
  let trust: ImpactTrust
  let method: CatchmentMethod
  /// Which areas belong to which plan.
  let boards: BoardGroups
  /// The masses that the trust, the only unit of X, shares with the plans.
  let shared: MassMatrix
  /// The masses that the plans share with the partnerships; nil where there is no such layer.
  let inPartnerships: MassMatrix?
  let partnerships: PreparedLayer?

  /// The exposures of the plans that share anything with the trust.
  func list(of plans: BetterCareFundPlans) -> [PlanExposure] {
    shared.row(0).map { cell in
      PlanExposure(
        plan: plans.plans[cell.y].id, sharedPopulation: cell.mass, population: shared.yTotals[cell.y],
        partnerships: partnershipShares(of: cell.y))
    }
  }

  private func partnershipShares(of plan: Int) -> [PartnershipShare] {
    guard let inPartnerships, let partnerships else { return [] }
    return inPartnerships.row(plan).map {
      PartnershipShare(partnership: partnerships.unit($0.y), share: inPartnerships.xShare($0))
    }
  }
}

extension Enquiry {
  /// What the trust shares with the plans in people, counted through bricks.
  func exposuresByPeople(
    _ request: ImpactAnalysis.Request, _ plans: BetterCareFundPlans
  ) throws(FootprintsError) -> PlanExposures {
    let bricks = try bricks()
    let method = request.catchment ?? study.defaultCatchment
    let catchments = try catchments(
      over: bricks, by: method, threshold: request.threshold, membership: request.membership)
    let trust = try catchments.trusts.position(of: request.trust, kind: ("trust", "trusts"))
    let boards = try boards()
    let groups = boardGroups(plans, boards)
    let inPlans = try membership(of: bricks, in: boards, method: request.membership)
      .grouped(groups.plansOfBoard, count: plans.plans.count)
    let partnerships = try layer(role: "stp")
    let inPartnerships = try partnerships.map { (layer) throws(FootprintsError) in
      inPlans.shared(
        with: try membership(of: bricks, in: layer, method: request.membership), masses: bricks.people)
    }
    let shared = catchments.membership.selecting(unit: trust).shared(with: inPlans, masses: bricks.people)
    return PlanExposures(
      trust: ImpactTrust(
        organisation: catchments.trusts[trust], catchmentMethod: method.rawValue,
        population: shared.xTotals[0], area: catchments.areas[trust]),
      method: method, boards: groups, shared: shared, inPartnerships: inPartnerships,
      partnerships: partnerships)
  }

  /// What the trust shares with the plans in area, slivers left out.
  func exposuresByArea(
    _ request: ImpactAnalysis.Request, _ plans: BetterCareFundPlans
  ) throws(FootprintsError) -> PlanExposures {
    if let method = request.catchment, method != .layer {
      throw FootprintsError(
        .usage, "catchments by \(method.rawValue) are counted in people", reason: .catchmentsCountPeople)
    }
    let trusts = try requiredLayer(role: "trust")
    let names = try organisationNames()
    let units = trusts.units.map { $0.named(by: names) }
    let trust = try units.position(of: request.trust, kind: ("trust", "trusts"))
    let only = try trusts.selecting([trust], jobs: jobs)
    let boards = try boards()
    let groups = boardGroups(plans, boards)
    let count = plans.plans.count
    let shared = try sharedArea(only, boards).groupingY(groups.plansOfBoard, count: count)
    let partnerships = try layer(role: "stp")
    let inPartnerships = try partnerships.map { (layer) throws(FootprintsError) in
      try sharedArea(layer, boards).groupingY(groups.plansOfBoard, count: count).transposed
    }
    return PlanExposures(
      trust: ImpactTrust(
        organisation: units[trust], catchmentMethod: CatchmentMethod.layer.rawValue,
        population: shared.xTotals[0], area: shared.xTotals[0]),
      method: .layer, boards: groups, shared: shared, inPartnerships: inPartnerships,
      partnerships: partnerships)
  }

  /// The areas that two layers share, without what is a sliver by their resolutions.
  private func sharedArea(
    _ x: PreparedLayer, _ y: PreparedLayer
  ) throws(FootprintsError) -> MassMatrix {
    let table = try overlap(x, y)
    let slivers = try SliverRule(x.resolution, y.resolution)
      .slivers(of: table, x: x.geometry, y: y.geometry, jobs: jobs)
    return table.matrix { !slivers[$0] }
  }

  private func boardGroups(_ plans: BetterCareFundPlans, _ boards: PreparedLayer) -> BoardGroups {
    let groups = BoardGroups(plans, boards: boards)
    note(groups.notices)
    return groups
  }
}

/// Which areas of the board layer belong to which plan.
struct BoardGroups {
  /// For each area of the layer, its plans.
  private(set) var plansOfBoard: [[Int]]
  /// Boards of plans that the layer does not have.
  private(set) var notices: [Notice] = []
  /// Whether an area belongs to more than one plan.
  var overlap: Bool { plansOfBoard.contains { $0.count > 1 } }

  init(_ plans: BetterCareFundPlans, boards: PreparedLayer) {
    let place = Dictionary(zip(boards.codes, boards.codes.indices), uniquingKeysWith: { first, _ in first })
    plansOfBoard = Array(repeating: [], count: boards.count)
    for (index, plan) in plans.plans.enumerated() {
      let unknown = plan.boards.filter { place[$0] == nil }
      if !unknown.isEmpty {
        notices.append(
          Notice(
            .warning, "unknown-board",
            "plan \(plan.id): \(CodeList(unknown)) is not in \(boards.name); its people are not counted"))
      }
      for board in plan.boards.compactMap({ place[$0] }) { plansOfBoard[board].append(index) }
    }
  }
}
