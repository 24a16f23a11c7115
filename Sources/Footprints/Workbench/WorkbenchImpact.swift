/// The impact of a process change with how its people were counted.
public struct ImpactAnalysis: Sendable {
  /// What was asked for.
  public struct Parameters: Sendable {
    /// How catchments are made; from the trust layer where there is one, else first past the post, when nil.
    public var catchment: CatchmentMethod?
    /// The proportion from which a small area belongs to a catchment made by threshold.
    public var threshold = 0.3
    /// What shares are of.
    public var weights = Weights.population
    /// How a brick in more than one area is counted.
    public var membership = MembershipMethod.largest
    /// The part of the catchment that the smallest set of plans shall hold.
    public var coverage = 0.9

    /// The defaults.
    public init() {}
  }

  /// The result.
  public let impact: Impact
  /// What was asked for.
  public let parameters: Parameters
  /// How the catchment was made.
  public let method: CatchmentMethod
}

extension Workbench {
  /// Which Better Care Fund plans a trust's change of one process touches.
  public func impact(
    of trust: String, process: String, parameters: ImpactAnalysis.Parameters = ImpactAnalysis.Parameters()
  ) throws(FootprintsError) -> (analysis: ImpactAnalysis, inputs: Inputs) {
    guard let package else {
      throw FootprintsError(.usage, "impact needs a data package", remedy: "Give its folder with --package.")
    }
    var inputs = Inputs(self, layers: [])
    let process = try processMap(package, &inputs).process(named: process)
    let plans = try plans(package, &inputs)
    let exposures =
      parameters.weights == .population
      ? try exposuresByPeople(trust, plans, parameters, package, &inputs)
      : try exposuresByArea(trust, plans, parameters, package, &inputs)
    let impact = try Impact(
      trust: exposures.trust, process: process, plans: plans, exposures: exposures.list,
      coverage: parameters.coverage,
      plansOverlap: exposures.plansOverlap)
    inputs.notices += impact.notices
    return (ImpactAnalysis(impact: impact, parameters: parameters, method: exposures.method), inputs)
  }

  private struct Exposures {
    let trust: ImpactTrust
    let method: CatchmentMethod
    let list: [PlanExposure]
    let plansOverlap: Bool
  }

  private func processMap(_ package: DataPackage, _ inputs: inout Inputs) throws(FootprintsError)
    -> ProcessMap
  {
    guard let table = try package.table(role: "process-map") else { return .standard }
    let map = try ProcessMap(table)
    try inputs.addTable(role: "process-map", of: package)
    inputs.notices += map.notices
    return map
  }

  private func plans(_ package: DataPackage, _ inputs: inout Inputs) throws(FootprintsError)
    -> BetterCareFundPlans
  {
    guard let table = try package.table(role: "bcf-plans") else {
      throw FootprintsError(
        .usage, "the data package has no table of role 'bcf-plans'", file: package.files.name,
        remedy: "Add the plans, or choose another package.")
    }
    let plans = try BetterCareFundPlans(
      plans: table, partners: package.table(role: "bcf-partners"),
      contributions: package.table(role: "bcf-contributions"),
      schemes: package.table(role: "bcf-schemes"), metrics: package.table(role: "bcf-metrics"))
    for role in ["bcf-plans", "bcf-partners", "bcf-contributions", "bcf-schemes", "bcf-metrics"] {
      try inputs.addTable(role: role, of: package)
    }
    inputs.notices += plans.notices
    return plans
  }

  // MARK: People

  private func exposuresByPeople(
    _ trustName: String, _ plans: BetterCareFundPlans, _ parameters: ImpactAnalysis.Parameters,
    _ package: DataPackage,
    _ inputs: inout Inputs
  ) throws(FootprintsError) -> Exposures {
    let bricks = try requiredBricks()
    inputs.add(bricks)
    try inputs.addTable(role: "population", of: package)
    if parameters.membership == .lookup { try inputs.addTable(role: "lookup", of: package) }
    let catchments = try catchments(over: bricks, parameters, package, &inputs)
    let trust = try catchments.index(of: trustName)
    let boards = try boardLayer(package, &inputs)
    let groups = BoardGroups(plans, boards: boards, notices: &inputs.notices)
    let planMembership = try membership(of: bricks, in: boards, method: parameters.membership)
      .grouped(groups.plansOfBoard, count: plans.plans.count)
    let shared = catchments.membership.shared(with: planMembership, masses: bricks.people)
    let partnerships = try layer(role: "stp")
    if let partnerships { inputs.add(partnerships) }
    let inPartnership = try partnerships.map { (layer) throws(FootprintsError) in
      planMembership.shared(
        with: try membership(of: bricks, in: layer, method: parameters.membership), masses: bricks.people)
    }
    let list = shared.row(trust).map { cell in
      PlanExposure(
        plan: plans.plans[cell.y].id, sharedPopulation: cell.mass, population: shared.yTotals[cell.y],
        partnerships: Self.shares(of: cell.y, inPartnership, partnerships))
    }
    return Exposures(
      trust: ImpactTrust(
        organisation: catchments.trusts[trust], catchmentMethod: catchments.method.rawValue,
        population: shared.xTotals[trust], area: catchments.areas[trust]),
      method: catchments.method, list: list, plansOverlap: groups.overlap)
  }

  private static func shares(of plan: Int, _ matrix: MassMatrix?, _ layer: PreparedLayer?)
    -> [PartnershipShare]
  {
    guard let matrix, let layer else { return [] }
    return matrix.row(plan).map {
      PartnershipShare(
        partnership: NamedCode(code: layer.codes[$0.y], name: layer.names[$0.y]), share: matrix.xShare($0))
    }
  }

  /// The catchments by the method asked for, or by the best that the package allows.
  func catchments(
    over bricks: Bricks, _ parameters: ImpactAnalysis.Parameters, _ package: DataPackage,
    _ inputs: inout Inputs
  ) throws(FootprintsError) -> Catchments {
    let names = try organisationNames(package, &inputs)
    let hasLayer = package.layers.contains { $0.request.role == "trust" }
    let method = parameters.catchment ?? (hasLayer ? .layer : .fptp)
    if method == .layer {
      let layer = try requiredLayer(role: "trust", package)
      inputs.add(layer)
      return Catchments(
        method: .layer, trusts: Self.named(layer, names),
        membership: try membership(
          of: bricks, in: layer, method: parameters.membership == .lookup ? .largest : parameters.membership),
        areas: (0..<layer.count).map { layer.geometry.area(of: $0) })
    }
    guard let table = try package.table(role: "flows") else {
      throw FootprintsError(
        .usage, "catchments by \(method.rawValue) need a table of role 'flows'", file: package.files.name,
        remedy: hasLayer
          ? "Use --catchment layer, or add the flows to the package."
          : "Add a trust layer or the flows to the package.")
    }
    guard parameters.threshold > 0, parameters.threshold <= 1 else {
      throw FootprintsError(
        .usage, "the threshold \(parameters.threshold) is not a share",
        remedy: "Give a number above 0 and up to 1.")
    }
    let catchments = FlowCatchments(
      try FlowTable(table), bricks: bricks.layer.codes, method: method, threshold: parameters.threshold)
    try inputs.addTable(role: "flows", of: package)
    inputs.notices += catchments.notices
    let areas = catchments.membership.totals(
      (0..<bricks.layer.count).map { bricks.layer.geometry.area(of: $0) })
    return Catchments(
      method: method, trusts: catchments.trusts.map { NamedCode(code: $0, name: names[$0] ?? $0) },
      membership: catchments.membership, areas: method == .proportional ? areas.map { _ in nil } : areas)
  }

  private func organisationNames(_ package: DataPackage, _ inputs: inout Inputs) throws(FootprintsError)
    -> [String: String]
  {
    guard let table = try package.table(role: "organisations") else { return [:] }
    let organisations = try OrganisationTable(table)
    try inputs.addTable(role: "organisations", of: package)
    inputs.notices += organisations.notices
    return organisations.names
  }

  /// The trusts of a layer; a layer without names takes them from the organisations.
  private static func named(_ layer: PreparedLayer, _ names: [String: String]) -> [NamedCode] {
    zip(layer.codes, layer.names).map { NamedCode(code: $0, name: $0 == $1 ? names[$0] ?? $1 : $1) }
  }

  /// The layer whose areas plans belong to: the boards' own, else the upper-tier authorities.
  private func boardLayer(_ package: DataPackage, _ inputs: inout Inputs) throws(FootprintsError)
    -> PreparedLayer
  {
    let role = package.layers.contains { $0.request.role == "hwb" } ? "hwb" : "utla"
    let layer = try requiredLayer(role: role, package)
    inputs.add(layer)
    return layer
  }

  private func requiredLayer(role: String, _ package: DataPackage) throws(FootprintsError) -> PreparedLayer {
    if let layer = try layer(role: role) { return layer }
    throw FootprintsError(
      .usage, "the data package has no layer of role '\(role)'", file: package.files.name,
      remedy: "Add one to the package.")
  }

  // MARK: Area

  private func exposuresByArea(
    _ trustName: String, _ plans: BetterCareFundPlans, _ parameters: ImpactAnalysis.Parameters,
    _ package: DataPackage,
    _ inputs: inout Inputs
  ) throws(FootprintsError) -> Exposures {
    if let method = parameters.catchment, method != .layer {
      throw FootprintsError(
        .usage, "catchments by \(method.rawValue) are counted in people",
        remedy: "Use --weights population, or --catchment layer.")
    }
    let trustLayer = try requiredLayer(role: "trust", package)
    inputs.add(trustLayer)
    let trusts = Self.named(trustLayer, try organisationNames(package, &inputs))
    let trust = try Catchments.index(of: trustName, among: trusts)
    let boards = try boardLayer(package, &inputs)
    let groups = BoardGroups(plans, boards: boards, notices: &inputs.notices)
    let only = trustLayer.geometry.selecting([trust])
    let table = try OverlapEngine.table(only, boards.geometry, jobs: reader.jobs)
    let rule = SliverRule(trustLayer.resolution, boards.resolution)
    let slivers = try rule.slivers(of: table, x: only, y: boards.geometry, jobs: reader.jobs)
    var shared = [Double](repeating: 0, count: plans.plans.count)
    for (pair, sliver) in zip(table.pairs, slivers) where !sliver {
      for plan in groups.plansOfBoard[pair.y] { shared[plan] += pair.area }
    }
    let partnerships = try layer(role: "stp")
    if let partnerships { inputs.add(partnerships) }
    let inPartnership = try partnerships.map { (layer) throws(FootprintsError) in
      try overlapTable(boards, layer)
    }
    let list = plans.plans.indices.filter { shared[$0] > 0 }.map { plan in
      let areas = groups.boardsOfPlan[plan]
      let total = areas.reduce(0) { $0 + table.yAreas[$1] }
      return PlanExposure(
        plan: plans.plans[plan].id, sharedPopulation: shared[plan], population: total,
        partnerships: Self.areaShares(of: areas, total, inPartnership, partnerships))
    }
    return Exposures(
      trust: ImpactTrust(
        organisation: trusts[trust], catchmentMethod: CatchmentMethod.layer.rawValue,
        population: table.xAreas[0],
        area: table.xAreas[0]),
      method: .layer, list: list, plansOverlap: groups.overlap)
  }

  private static func areaShares(
    of boards: [Int], _ total: Double, _ table: OverlapTable?, _ layer: PreparedLayer?
  ) -> [PartnershipShare] {
    guard let table, let layer, total > 0 else { return [] }
    var sums = [Double](repeating: 0, count: layer.count)
    for pair in table.pairs where boards.contains(pair.x) { sums[pair.y] += pair.area }
    // Below 0.1% of the plan it is the fringe of a neighbour.
    return sums.indices.filter { sums[$0] / total >= 0.001 }.map {
      PartnershipShare(
        partnership: NamedCode(code: layer.codes[$0], name: layer.names[$0]), share: min(1, sums[$0] / total))
    }
  }
}

/// Which areas of the board layer belong to which plan.
struct BoardGroups {
  /// For each area of the layer its plans.
  private(set) var plansOfBoard: [[Int]]
  /// For each plan its areas.
  private(set) var boardsOfPlan: [[Int]]
  /// Whether an area belongs to more than one plan.
  var overlap: Bool { plansOfBoard.contains { $0.count > 1 } }

  init(_ plans: BetterCareFundPlans, boards: PreparedLayer, notices: inout [Notice]) {
    let place = Dictionary(zip(boards.codes, boards.codes.indices), uniquingKeysWith: { first, _ in first })
    plansOfBoard = Array(repeating: [], count: boards.count)
    boardsOfPlan = []
    for (index, plan) in plans.plans.enumerated() {
      let known = plan.boards.compactMap { place[$0] }
      let unknown = plan.boards.filter { place[$0] == nil }
      if !unknown.isEmpty {
        notices.append(
          Notice(
            .warning, "unknown-board",
            "plan \(plan.id): \(CodeList(unknown)) is not in \(boards.name); its people are not counted"))
      }
      boardsOfPlan.append(known)
      for board in known { plansOfBoard[board].append(index) }
    }
  }
}
