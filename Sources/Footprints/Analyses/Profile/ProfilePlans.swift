extension Enquiry {
  /// How far the Better Care Fund plans have come that share people, or area, with an organisation; nil where there are no
  /// plans. All schemes of a plan count.
  func heat(
    of unit: Int, in own: Tier, membership method: MembershipMethod
  ) -> DegreesOfHeat? {
    guard study.given.plans != nil || study.hasTable(role: "bcf-plans") else { return nil }
    return context("the Better Care Fund plans") { () throws(FootprintsError) -> DegreesOfHeat? in
      let plans = try plans()
      let boards = try boards()
      let groups = try boardGroups(plans, boards).plansOfBoard
      let shared = try shared(unit, of: own, with: boards, grouped: groups, count: plans.plans.count, method)
      let heats = shared.row(0).map { cell in
        let plan = plans.plans[cell.y]
        return PlanHeat(
          plan, schemes: plan.schemes, share: shared.xShare(cell),
          population: shared.unit == .people ? shared.yTotals[cell.y] : nil)
      }
      return heats.isEmpty ? nil : DegreesOfHeat(heats)
    }
  }

  /// What an organisation, the only unit of X, shares with groups of boards.
  private func shared(
    _ unit: Int, of own: Tier, with boards: PreparedLayer, grouped groups: [[Int]], count: Int,
    _ method: MembershipMethod
  ) throws(FootprintsError) -> MassMatrix {
    switch own.footprints {
    case .people(_, _, dividedAmong: let areas?):
      try apportioned(in: only(unit, of: areas), and: boards).groupingY(groups, count: count)
    case .people(let inOwn, let bricks, _):
      inOwn.selecting(unit: unit).shared(
        with: try membership(of: bricks, in: boards, method: method).grouped(groups, count: count),
        masses: bricks.people, unit: bricks.unit)
    case .area(let layer):
      try sharedArea(only(unit, of: layer), boards).groupingY(groups, count: count)
    }
  }
}
