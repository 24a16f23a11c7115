/// Which areas of a tier are in a situation like that of a given one.
public enum LikeAnalysis: Analysis {
  /// `like`.
  public static let name = "like"
  /// What it answers.
  public static let summary =
    "The areas of the same tier whose situation is most like a given one: corner, partners, people, how far plans have come."

  /// An organisation, and how people are counted.
  public struct Request: AnalysisRequest {
    /// The organisation's code, or a part of its name that no other has.
    public var organisation: String
    /// How many of the most alike are listed; more where several are equally alike.
    public var nearest = 5
    /// The role or name of the layer that it is an area of; needed only where its code is in several.
    public var tier: String?
    /// What shares are of: people or area; people where they can be counted, when nil.
    public var weights: Weights?
    /// How a brick in more than one area is counted.
    public var membership = MembershipMethod.largest
    /// How trusts' catchments are made; from the trust layer where there is one, else first past the post, when nil.
    public var catchment: CatchmentMethod?
    /// The proportion of patients at or above which a small area belongs to a catchment by threshold, above 0 and up to 1.
    public var threshold = 0.3

    /// An organisation with the defaults.
    public init(organisation: String) { self.organisation = organisation }

    /// Refuses what is not a share, and fewer than one.
    public func validate() throws(FootprintsError) {
      try RequestCheck.positiveShare(threshold, "threshold")
      guard nearest >= 1 else {
        throw FootprintsError(
          .usage, "nearest is \(nearest), not 1 or more", reason: .outOfRange("nearest"))
      }
    }

    private enum CodingKeys: String, CodingKey {
      case organisation, nearest, tier, weights, membership, catchment, threshold
    }

    /// Reads a request; only `organisation` is needed.
    public init(from decoder: any Decoder) throws {
      let values = try decoder.container(keyedBy: CodingKeys.self)
      self.init(organisation: try values.decode(String.self, forKey: .organisation))
      try values.update(&nearest, .nearest)
      try values.update(&tier, .tier)
      try values.update(&weights, .weights)
      try values.update(&membership, .membership)
      try values.update(&catchment, .catchment)
      try values.update(&threshold, .threshold)
    }
  }

  /// Finds the organisation among all tiers, measures its tier, and compares.
  public static func run(_ request: Request, in enquiry: Enquiry) throws(FootprintsError) -> LikeResult {
    var profile = ProfileAnalysis.Request(organisation: request.organisation)
    (profile.membership, profile.catchment) = (request.membership, request.catchment)
    profile.threshold = request.threshold
    let weights = request.weights ?? enquiry.study.defaultWeights
    if weights == .flow { throw .flowIsBetweenTrustsAndAreas("'\(name)' compares the areas of one tier") }
    if weights == .population { profile.membership = try enquiry.bricks().method(request.membership) }
    let tiers = try weights == .population ? enquiry.tiersByPeople(profile) : enquiry.tiersByArea(profile)
    let found = try TierSearch(tiers).find(request.organisation, in: request.tier)
    let own = tiers[found.tier]
    let measures = try enquiry.likeMeasures(
      of: own, among: tiers.filter { $0.role != own.role }, membership: profile.membership)
    return LikeResult(
      request: request, membership: profile.membership,
      unit: weights == .population ? .people : .squareMetres,
      tier: own, place: found.unit, likeness: Likeness(measures, of: found.unit),
      otherTiers: found.others.map { tiers[$0].name })
  }
}

extension Enquiry {
  /// What areas of a tier can be alike in, measured for all of them.
  fileprivate func likeMeasures(
    of own: Tier, among tiers: [Tier], membership method: MembershipMethod
  ) throws(FootprintsError) -> [LikeMeasure] {
    var measures: [LikeMeasure] = []
    switch own.footprints {
    case .people(let membership, let bricks, _):
      let people = membership.totals(bricks.people)
      measures.append(LikeMeasure(.population, values: people))
      measures.append(
        LikeMeasure(
          .density,
          values: zip(people, own.areas).map { people, area in
            area.flatMap { $0 > 0 ? people / $0 * 1e6 : nil }
          }))
    case .area(let layer):
      measures.append(LikeMeasure(.area, values: layer.codes.indices.map { layer.area(of: $0) }))
    }
    if let levels = maturity(of: own, membership: method) {
      measures.append(LikeMeasure(.maturity, values: levels))
    }
    for tier in tiers {
      progress("comparing \(own.name) with \(tier.name)")
      let shared = try shared(own, with: tier)
      let turned = shared.transposed
      let units = own.units.indices
      // What shares nothing with a tier has no situation in it.
      func values(_ value: (Int) -> Double) -> [Double?] {
        units.map { shared.row($0).isEmpty ? nil : value($0) }
      }
      measures += [
        LikeMeasure(.cornerIndex, among: tier, values: values { turned.yCornerIndex($0) }),
        LikeMeasure(.effectivePartners, among: tier, values: values { shared.xEffectivePartnersShannon($0) }),
        LikeMeasure(
          .dependence, among: tier, values: values { shared.row($0).map(shared.xShare).max() ?? 0 }),
        LikeMeasure(
          .leverage, among: tier, values: values { shared.row($0).map(shared.yShare).max() ?? 0 }),
      ]
    }
    return measures
  }

  /// What all organisations of a tier, in rows, share with those of another; by area without slivers.
  private func shared(_ own: Tier, with tier: Tier) throws(FootprintsError) -> MassMatrix {
    switch (own.footprints, tier.footprints) {
    case (.people(_, _, let areas?), .people(_, _, let others?)): try apportioned(in: areas, and: others)
    case (.people(let inOwn, let bricks, _), .people(let inTier, _, _)):
      inOwn.shared(with: inTier, masses: bricks.people, unit: bricks.unit)
    case (.area(let layer), .area(let other)): try sharedArea(layer, other)
    default: throw FootprintsError(.fault, "tiers are counted in two ways")
    }
  }

  /// The mean level of the schemes of the plans of each area, by the share that each plan has of it; nil for an area none of
  /// whose plans says how far it has come, and without plans.
  private func maturity(of own: Tier, membership method: MembershipMethod) -> [Double?]? {
    guard study.given.plans != nil || study.hasTable(role: "bcf-plans") else { return nil }
    return context("how far plans have come") { () throws(FootprintsError) -> [Double?]? in
      let (plans, boards) = (try plans(), try boards())
      let groups = try boardGroups(plans, boards).plansOfBoard
      let footprints: Tier.Footprints =
        switch own.footprints {
        case .people(_, let bricks, let divided):
          .people(
            try membership(of: bricks, in: boards, method: method), bricks,
            dividedAmong: divided == nil ? nil : boards)
        case .area: .area(boards)
        }
      let shared = try shared(own, with: Tier(boards, footprints))
        .groupingY(groups, count: plans.plans.count)
      let levels = plans.plans.map { PlanHeat($0, schemes: $0.schemes, share: 0, population: nil).meanLevel }
      return own.units.indices.map { unit in
        var (sum, weight) = (0.0, 0.0)
        for cell in shared.row(unit) {
          guard let level = levels[cell.y] else { continue }
          sum += level * cell.mass
          weight += cell.mass
        }
        return weight > 0 ? sum / weight : nil
      }
    }
  }
}
