/// Which Better Care Fund plans lie in which partnerships (STP, ICS or ICB), and which are out of line.
public enum PartnershipsAnalysis: Analysis {
  /// `partnerships`.
  public static let name = "partnerships"
  /// What it answers.
  public static let summary =
    "Which Better Care Fund plans lie in which partnerships (STP or ICB), and which plans and trusts are out of line."

  /// Which partnerships, and how people are counted.
  public struct Request: AnalysisRequest {
    /// The layer of partnerships, by name or role; that of role `stp`, else `icb`, when nil.
    public var layer: String?
    /// The share of a plan outside its main partnership from which on it is out of line, above 0 and up to 1.
    public var outside = 0.05
    /// What shares are of; people where they can be counted, when nil.
    public var weights: Weights?
    /// How a brick in more than one area is counted.
    public var membership = MembershipMethod.largest
    /// How trusts' catchments are made; from the trust layer where there is one, else first past the post, when nil.
    public var catchment: CatchmentMethod?
    /// The proportion of patients at or above which a small area belongs to a catchment by threshold, above 0 and up to 1.
    public var threshold = 0.3

    /// The defaults.
    public init() {}

    /// Refuses what is not a share.
    public func validate() throws(FootprintsError) {
      try RequestCheck.positiveShare(outside, "outside")
      try RequestCheck.positiveShare(threshold, "threshold")
    }

    private enum CodingKeys: String, CodingKey {
      case layer, outside, weights, membership, catchment, threshold
    }

    /// Reads a request; nothing is needed.
    public init(from decoder: any Decoder) throws {
      let values = try decoder.container(keyedBy: CodingKeys.self)
      self.init()
      try values.update(&layer, .layer)
      try values.update(&outside, .outside)
      try values.update(&weights, .weights)
      try values.update(&membership, .membership)
      try values.update(&catchment, .catchment)
      try values.update(&threshold, .threshold)
    }
  }

  /// Finds partnerships, plans and trusts, and what they share.
  public static func run(
    _ request: Request, in enquiry: Enquiry
  ) throws(FootprintsError) -> PartnershipsResult {
    let study = enquiry.study
    guard study.package != nil || study.given.plans != nil else {
      throw FootprintsError(.usage, "\(name) needs a data package", reason: .needsPackage)
    }
    var request = request
    let weights = request.weights ?? study.defaultWeights
    if weights == .flow { throw .flowIsBetweenTrustsAndAreas("'\(name)' compares plans with partnerships") }
    let plans = try enquiry.plans()
    let layer = try enquiry.partnerships(named: request.layer)
    let boards = try enquiry.boards()
    enquiry.note([Notice.vintages(layer, boards)].compactMap(\.self))
    let groups = try enquiry.boardGroups(plans, boards)
    if weights == .population { request.membership = try enquiry.bricks().method(request.membership) }
    let shared = try enquiry.plans(
      groups, count: plans.plans.count, of: boards, in: layer,
      countedBy: weights == .population ? request.membership : nil)
    let cells =
      try weights == .population
      ? enquiry.cells(request, partnerships: layer, boards: boards, groups, plans)
      : enquiry.noCells(request)
    return PartnershipsResult(
      request: request, layer: layer, plans: PlanInPartnerships.all(plans, shared, layer, groups),
      shared: shared, cells: cells)
  }
}

extension Enquiry {
  /// The layer of partnerships asked for, else those that plans lie in. Throws `usage` where there is none.
  fileprivate func partnerships(named name: String?) throws(FootprintsError) -> PreparedLayer {
    if let name { return try layer(name) }
    if let layer = try partnershipLayer() { return layer }
    throw FootprintsError(
      .usage, "the data package has no layer of role 'stp' or 'icb'", file: study.package?.files.name,
      remedy: "Add one to the package.")
  }

  /// By area there are no cells with trusts; refuses a way of making catchments that counts people.
  fileprivate func noCells(_ request: PartnershipsAnalysis.Request) throws(FootprintsError)
    -> PartnershipCells?
  {
    if let method = request.catchment, method != .layer {
      throw FootprintsError(
        .usage, "catchments by \(method.rawValue) are counted in people", reason: .catchmentsCountPeople)
    }
    return nil
  }
}
