/// Which Better Care Fund plans a trust's change to one process touches.
public enum ImpactAnalysis: Analysis {
  /// `impact`.
  public static let name = "impact"
  /// What it answers.
  public static let summary = "Which Better Care Fund plans a trust’s change to one process touches."

  /// A trust, a process, and how catchments are made.
  public struct Request: AnalysisRequest {
    /// The trust's code, or a part of its name that no other has.
    public var trust: String
    /// The process that changes.
    public var process: String
    /// How catchments are made; from the trust layer where there is one, else first past the post, when nil.
    public var catchment: CatchmentMethod?
    /// The proportion of patients at or above which a small area belongs to a catchment by threshold, above 0 and up to 1.
    public var threshold = 0.3
    /// What shares are of; people where they can be counted, when nil.
    public var weights: Weights?
    /// How a brick in more than one area is counted.
    public var membership = MembershipMethod.largest
    /// The part of the catchment that the smallest set of plans has to hold, 0...1.
    public var coverage = 0.9

    /// A trust and a process with the defaults.
    public init(trust: String, process: String) {
      self.trust = trust
      self.process = process
    }

    /// Refuses what is not a share.
    public func validate() throws(FootprintsError) {
      try RequestCheck.share(coverage, "coverage")
      try RequestCheck.positiveShare(threshold, "threshold")
    }

    private enum CodingKeys: String, CodingKey {
      case trust, process, catchment, threshold, weights, membership, coverage
    }

    /// Reads a request; only `trust` and `process` are needed.
    public init(from decoder: any Decoder) throws {
      let values = try decoder.container(keyedBy: CodingKeys.self)
      self.init(
        trust: try values.decode(String.self, forKey: .trust),
        process: try values.decode(String.self, forKey: .process))
      try values.update(&catchment, .catchment)
      try values.update(&threshold, .threshold)
      try values.update(&weights, .weights)
      try values.update(&membership, .membership)
      try values.update(&coverage, .coverage)
    }
  }

  /// A warning where no scheme of the plans touched has a type that any process knows: types are named otherwise in
  /// other years, and then nothing can match.
  private static func unknownTypes(_ impact: Impact, _ map: ProcessMap) -> [Notice] {
    let schemes = impact.plansWithoutMatch.flatMap(\.plan.schemes)
    guard impact.plans.isEmpty, !schemes.isEmpty else { return [] }
    let known = PhraseTree(map.processes.flatMap(\.schemeTypes))
    let types = Set(schemes.map(\.type)).sorted()
    if types.contains(where: { known.sharesBeginning(with: $0.phrase) }) { return [] }
    return [
      Notice(
        .warning, "types-unknown",
        "no process knows any type of the schemes of these plans (\(CodeList(types))): they may be named as in other years; a table of role 'process-map' can say what each process touches"
      )
    ]
  }

  /// Finds trust, process and plans, and what they share.
  public static func run(_ request: Request, in enquiry: Enquiry) throws(FootprintsError) -> ImpactResult {
    let study = enquiry.study
    guard study.package != nil || study.given.plans != nil else {
      throw FootprintsError(.usage, "\(name) needs a data package", reason: .needsPackage)
    }
    let map = try enquiry.processMap()
    let process = try map.process(named: request.process)
    let plans = try enquiry.plans()
    var request = request
    let weights = request.weights ?? study.defaultWeights
    if weights != .area { request.membership = try enquiry.bricks().method(request.membership) }
    let exposures =
      switch weights {
      case .area: try enquiry.exposuresByArea(request, plans)
      case .population: try enquiry.exposuresByPeople(request, plans)
      case .flow: try enquiry.exposuresByFlow(request, plans)
      }
    let impact = try Impact(
      trust: exposures.trust, process: process, plans: plans, exposures: exposures.list(of: plans),
      coverage: request.coverage, plansOverlap: exposures.plansOverlap)
    enquiry.note(impact.notices + unknownTypes(impact, map))
    return ImpactResult(
      impact: impact, request: request, unit: exposures.shared.unit, method: exposures.method,
      boardNames: exposures.boards.names, basis: exposures.counting?.basis, places: exposures.places,
      partnerships: exposures.partnerships?.layer.title)
  }
}
