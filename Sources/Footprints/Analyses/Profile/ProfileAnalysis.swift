/// One organisation against every other tier: its partners, whose corner it is in, and where their people are.
public enum ProfileAnalysis: Analysis {
  /// `profile`.
  public static let name = "profile"
  /// What it answers.
  public static let summary =
    "One organisation against every tier: partners, leverage and dependence, whose corner it is in."

  /// An organisation, and how people are counted.
  public struct Request: AnalysisRequest {
    /// The organisation's code, or a part of its name that no other has.
    public var organisation: String
    /// The role or name of the layer that it is an area of; needed only where its code is in several.
    public var tier: String?
    /// What shares are of; people where they can be counted, when nil.
    public var weights: Weights?
    /// How a brick in more than one area is counted.
    public var membership = MembershipMethod.largest
    /// How trusts' catchments are made; from the trust layer where there is one, else first past the post, when nil.
    public var catchment: CatchmentMethod?
    /// The proportion of patients at or above which a small area belongs to a catchment by threshold, above 0 and up to 1.
    public var threshold = 0.3

    /// An organisation with the defaults.
    public init(organisation: String) { self.organisation = organisation }

    /// Refuses what is not a share.
    public func validate() throws(FootprintsError) { try RequestCheck.positiveShare(threshold, "threshold") }

    private enum CodingKeys: String, CodingKey {
      case organisation, tier, weights, membership, catchment, threshold
    }

    /// Reads a request; only `organisation` is needed.
    public init(from decoder: any Decoder) throws {
      let values = try decoder.container(keyedBy: CodingKeys.self)
      self.init(organisation: try values.decode(String.self, forKey: .organisation))
      try values.update(&tier, .tier)
      try values.update(&weights, .weights)
      try values.update(&membership, .membership)
      try values.update(&catchment, .catchment)
      try values.update(&threshold, .threshold)
    }
  }

  /// Finds the organisation among all tiers, and compares it with each of the others.
  public static func run(_ request: Request, in enquiry: Enquiry) throws(FootprintsError) -> ProfileResult {
    var request = request
    let weights = request.weights ?? enquiry.study.defaultWeights
    if weights != .area { request.membership = try enquiry.bricks().method(request.membership) }
    let tiers =
      switch weights {
      case .area: try enquiry.tiersByArea(request)
      case .population: try enquiry.tiersByPeople(request)
      case .flow: try enquiry.tiersByFlow(request)
      }
    let found = try TierSearch(tiers).find(request.organisation, in: request.tier)
    let own = tiers[found.tier]
    // Patients flow between areas and trusts; how areas share them with areas is no flow.
    let others = tiers.filter {
      $0.role != own.role && (weights != .flow || own.role == "trust" || $0.role == "trust")
    }
    let profiles = try others.map { (tier) throws(FootprintsError) in
      try enquiry.profile(of: found.unit, in: own, against: tier)
    }
    return ProfileResult(
      request: request, unit: weights == .area ? .squareMetres : weights == .flow ? .patients : .people,
      organisation: own.units[found.unit], tier: own, mass: own.mass(of: found.unit),
      area: own.areas[found.unit], tiers: profiles,
      heat: enquiry.heat(of: found.unit, in: own, membership: request.membership),
      otherTiers: found.others.map { tiers[$0].name })
  }
}
