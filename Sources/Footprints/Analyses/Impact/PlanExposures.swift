/// What a trust shares with the plans, and plans with partnerships, in people or in area: one path from matrices of
/// either to the exposures of an impact.
struct PlanExposures {
  /// Partnerships, and what plans, in rows, share with them.
  typealias InPartnerships = (layer: PreparedLayer, shared: MassMatrix)

  let trust: ImpactTrust
  let method: CatchmentMethod
  /// Which areas belong to which plan.
  let boards: BoardGroups
  /// Whether areas of plans overlap each other, in the layer or because plans share them.
  let plansOverlap: Bool
  /// The masses that the trust, the only unit of X, shares with the plans.
  let shared: MassMatrix
  /// The partnerships and the masses that the plans share with them; nil where there is no such layer.
  let partnerships: InPartnerships?
  /// How sure it is what the trust and plans share; nil by area.
  var counting: CountedExposures?
  /// Where the trust and the areas of plans are.
  var places: ImpactPlaces?

  /// The exposures of the plans that share anything with the trust.
  func list(of plans: BetterCareFundPlans) -> [PlanExposure] {
    shared.row(0).map { cell in
      var exposure = PlanExposure(
        plan: plans.plans[cell.y].id, sharedPopulation: cell.mass, population: shared.yTotals[cell.y],
        partnerships: partnershipShares(of: cell.y))
      if let counting { exposure.sureness = counting.sureness(ofPlan: cell.y) }
      return exposure
    }
  }

  private func partnershipShares(of plan: Int) -> [PartnershipShare] {
    guard let (layer, shared) = partnerships else { return [] }
    return shared.row(plan).map {
      PartnershipShare(partnership: layer.unit($0.y), share: shared.xShare($0))
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
    if let layer = catchments.layer { note([Notice.vintages(layer, boards)].compactMap(\.self)) }
    let groups = try boardGroups(plans, boards)
    let inPlans = try membership(of: bricks, in: boards, method: request.membership)
      .grouped(groups.plansOfBoard, count: plans.plans.count)
    let partnerships = partnerships(of: plans, groups, boards, request.membership)
    let shared =
      if request.membership == .apportion, let layer = catchments.layer {
        try apportioned(in: only(trust, of: layer), and: boards)
          .groupingY(groups.plansOfBoard, count: plans.plans.count)
      } else {
        catchments.membership.selecting(unit: trust).shared(with: inPlans, masses: bricks.people)
      }
    return PlanExposures(
      trust: ImpactTrust(
        organisation: catchments.trusts[trust], catchmentMethod: method.rawValue,
        population: shared.xTotals[0], area: catchments.areas[trust]),
      method: method, boards: groups,
      plansOverlap: groups.overlap
        || inPlans.coverage(bricks.people).repeated > BrickFit.notableRepetition * bricks.total,
      shared: shared, partnerships: partnerships,
      counting: CountedExposures(
        catchments.membership.selecting(unit: trust), inPlans, bricks,
        told: method.usesFlows ? try toldShares(over: bricks) : nil,
        bounds: method.usesFlows
          ? try flowBounds(over: bricks).shares(of: trust, by: method, threshold: request.threshold) : nil),
      places: ImpactPlaces(
        catchments.layer.map { ($0, [trust]) }
          ?? (bricks.layer, catchments.membership.bricks(of: trust, atLeast: 0.5)), boards, groups))
  }

  /// What the trust shares with the plans in patients: those of the trust who live in the area of each plan. Its catchment is
  /// wherever its patients live.
  func exposuresByFlow(
    _ request: ImpactAnalysis.Request, _ plans: BetterCareFundPlans
  ) throws(FootprintsError) -> PlanExposures {
    try refuseCatchment(request.catchment)
    let bricks = try bricks()
    let flows = try patientFlows(over: bricks)
    let names = try organisationNames()
    let trusts = flows.trusts.map { NamedCode(code: $0, name: $0).named(by: names) }
    let trust = try trusts.position(of: request.trust, kind: ("trust", "trusts"))
    let boards = try boards()
    let groups = try boardGroups(plans, boards)
    let counted = bricks.counting(patients: flows.patients)
    let inPlans = try membership(of: bricks, in: boards, method: request.membership)
      .grouped(groups.plansOfBoard, count: plans.plans.count)
    let shared = flows.membership.selecting(unit: trust)
      .shared(with: inPlans, masses: counted.people, unit: .patients)
      .addingElsewhere(x: [flows.elsewhere[trust]])
    return PlanExposures(
      trust: ImpactTrust(
        organisation: trusts[trust], catchmentMethod: CatchmentMethod.proportional.rawValue,
        population: shared.xTotals[0], area: nil),
      method: .proportional, boards: groups,
      plansOverlap: groups.overlap
        || inPlans.coverage(counted.people).repeated > BrickFit.notableRepetition * counted.total,
      shared: shared, partnerships: partnerships(of: plans, groups, boards, request.membership),
      counting: CountedExposures(
        flows.membership.selecting(unit: trust), inPlans, counted, told: flows.told,
        bounds: flows.knowsTotals
          ? try flowBounds(over: bricks).shares(of: trust, by: .proportional, threshold: request.threshold)
          : nil,
        elsewhere: flows.elsewhere[trust]), places: ImpactPlaces(nil, boards, groups))
  }

  /// The partnerships that plans lie in, by people; nil where there is no such layer.
  private func partnerships(
    of plans: BetterCareFundPlans, _ groups: BoardGroups, _ boards: PreparedLayer, _ method: MembershipMethod
  ) -> PlanExposures.InPartnerships? {
    context("the partnership of plans") { () throws(FootprintsError) -> PlanExposures.InPartnerships? in
      guard let layer = try partnershipLayer() else { return nil }
      let shared = try self.plans(
        groups, count: plans.plans.count, of: boards, in: layer, countedBy: method)
      return (layer, shared)
    }
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
    let units = trusts.units
    let trust = try units.position(of: request.trust, kind: ("trust", "trusts"))
    let only = try self.only(trust, of: trusts)
    let boards = try boards()
    note([Notice.vintages(trusts, boards)].compactMap(\.self))
    let groups = try boardGroups(plans, boards)
    let count = plans.plans.count
    let inBoards = try sharedArea(only, boards)
    let shared = inBoards.groupingY(groups.plansOfBoard, count: count)
    let overlap = try overlapEachOther(Set(inBoards.row(0).map(\.y)), of: boards)
    // Only plans that share anything with the trust are asked about their partnerships.
    let touched = Set(shared.row(0).map(\.y))
    let partnerships = context("the partnership of plans") {
      () throws(FootprintsError) -> PlanExposures.InPartnerships? in
      guard let layer = try partnershipLayer() else { return nil }
      let shared = try self.plans(
        groups, count: count, of: boards, in: layer, countedBy: nil,
        where: { groups.plansOfBoard[$0].contains(where: touched.contains) })
      return (layer, shared)
    }
    return PlanExposures(
      trust: ImpactTrust(
        organisation: units[trust], catchmentMethod: CatchmentMethod.layer.rawValue,
        population: shared.xTotals[0], area: shared.xTotals[0]),
      method: .layer, boards: groups,
      plansOverlap: groups.overlap || overlap,
      shared: shared, partnerships: partnerships, places: ImpactPlaces((trusts, [trust]), boards, groups))
  }

  /// Whether some areas of a layer overlap each other by more than the noise of published boundaries.
  private func overlapEachOther(_ areas: Set<Int>, of layer: PreparedLayer) throws(FootprintsError) -> Bool {
    let some = areas.sorted()
    let whole = some.reduce(0) { $0 + layer.area(of: $1) }
    return try SelfOverlap(layer, among: some, whole: whole, jobs: jobs).isNotable
  }

  /// The partnerships that plans lie in: integrated care boards where the package has some, else those that were there before July 2022.
  func partnershipLayer() throws(FootprintsError) -> PreparedLayer? {
    try layer(role: study.hasLayer(role: "icb") ? "icb" : "stp")
  }

  /// The areas that two layers share, without what is a sliver by their resolutions; of the areas of Y only those
  /// wanted.
  func sharedArea(
    _ x: PreparedLayer, _ y: PreparedLayer, where isWanted: (Int) -> Bool = { _ in true }
  ) throws(FootprintsError) -> MassMatrix {
    let whole = try overlap(x, y)
    // Identifying slivers can mean building pieces, so it is not done for what is not asked about.
    let slivers = try Slivers(whole, x: x, y: y, where: { isWanted($0.y) }, jobs: jobs)
    note([Notice.crudeBorders(slivers.rule, x: x, y: y)].compactMap(\.self))
    let areSlivers = zip(whole.pairs, slivers.areSlivers).filter { isWanted($0.0.y) }.map(\.1)
    let table = whole.selecting { isWanted($0.y) }
    let shared = table.settingAside(areSlivers, in: table.matrix)
    note(Notice.sliverLosses(shared, x: x, y: y))
    return shared
  }

  /// Which areas of the boards' layer belong to which plan, with what was noticed about it.
  func boardGroups(
    _ plans: BetterCareFundPlans, _ boards: PreparedLayer
  ) throws(FootprintsError) -> BoardGroups {
    let groups = try BoardGroups(plans, boards: boards)
    note(groups.notices)
    return groups
  }
}
