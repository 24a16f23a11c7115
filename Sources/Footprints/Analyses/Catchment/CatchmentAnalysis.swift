/// The catchments of trusts, made by one method or by all that there are data for.
public enum CatchmentAnalysis: Analysis {
  /// `catchment`.
  public static let name = "catchment"
  /// What it answers.
  public static let summary =
    "The catchments of hospital trusts, from flows of patients or from where hospitals are: people, areas, polygons."

  /// Which catchments, and how they are made.
  public struct Request: AnalysisRequest {
    /// The trusts to list, by codes or parts of names that no other has; all when empty.
    public var trusts: [String] = []
    /// How catchments are made; when nil first past the post, without flows from sites, without either the trust layer.
    public var method: CatchmentMethod?
    /// The proportion of patients at or above which a small area belongs to a catchment by threshold, above 0 and up to 1.
    public var threshold = 0.3
    /// The points of hospitals for catchments from sites: a resource or a file; those of role `sites` when nil.
    public var sites: String?
    /// How a small area in more than one catchment of the trust layer, or from sites, is counted.
    public var membership = MembershipMethod.largest
    /// Whether all methods that there are data for are put side by side.
    public var compare = false

    /// All trusts with the defaults.
    public init() {}

    /// Refuses what is not a share.
    public func validate() throws(FootprintsError) { try RequestCheck.positiveShare(threshold, "threshold") }

    private enum CodingKeys: String, CodingKey {
      case trusts, method, threshold, sites, membership, compare
    }

    /// Reads a request; nothing is needed.
    public init(from decoder: any Decoder) throws {
      let values = try decoder.container(keyedBy: CodingKeys.self)
      self.init()
      try values.update(&trusts, .trusts)
      try values.update(&method, .method)
      try values.update(&threshold, .threshold)
      try values.update(&sites, .sites)
      try values.update(&membership, .membership)
      try values.update(&compare, .compare)
    }
  }

  /// Makes the catchments.
  public static func run(_ request: Request, in enquiry: Enquiry) throws(FootprintsError) -> CatchmentResult {
    let available = enquiry.study.catchmentMethods(sites: request.sites != nil)
    let method =
      request.method ?? (request.sites == nil ? available.first { $0 != .layer } : .voronoi)
      ?? available.first ?? .fptp
    var request = request
    let bricks = try enquiry.bricks()
    request.membership = try bricks.method(request.membership)
    let methods = request.compare ? [method] + available.filter { $0 != method } : [method]
    let flows =
      methods.contains(where: \.usesFlows) || available.contains(.fptp)
      ? try enquiry.flows(over: bricks, for: method) : nil
    let patients = flows.map { CatchmentPatients($0, bricks: bricks) }
    let sets = try methods.map { (method) throws(FootprintsError) in
      enquiry.progress("making catchments by \(method.rawValue)")
      let catchments = try enquiry.catchments(
        over: bricks, by: method, threshold: request.threshold, membership: request.membership,
        sites: request.sites)
      return CatchmentSet(
        catchments, over: bricks, shapes: try catchments.shapes(over: bricks, jobs: enquiry.jobs),
        threshold: request.threshold, patients: patients,
        flows: method.usesFlows ? try enquiry.flowBounds(over: bricks) : nil)
    }
    return try CatchmentResult(
      request: request, sets: sets, patients: patients, bricks: bricks, jobs: enquiry.jobs)
  }
}
