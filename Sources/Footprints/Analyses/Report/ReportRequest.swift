/// What a report is about, and how people are counted in it.
public struct ReportRequest: AnalysisRequest {
  /// One trust or another organisation, two layers, or nothing for the whole package.
  public var subjects: [String]
  /// The process that a trust changes; nil where the subject is none.
  public var process: String?
  /// The role or name of the layer that the organisation is an area of; needed only where its code is in several.
  public var tier: String?
  /// What shares are of; people where they can be counted, when nil.
  public var weights: Weights?
  /// How a small area in more than one area is counted.
  public var membership = MembershipMethod.largest
  /// How catchments are made; from the trust layer where there is one, else first past the post, when nil.
  public var catchment: CatchmentMethod?
  /// The proportion of patients at or above which a small area belongs to a catchment by threshold, above 0 and up to 1.
  public var threshold = 0.3
  /// The part of the catchment that the smallest set of plans has to hold, 0...1.
  public var coverage = 0.9

  /// A subject with the defaults.
  public init(_ subjects: [String] = [], process: String? = nil) {
    self.subjects = subjects
    self.process = process
  }

  /// The layers, where the subject is two of them.
  public var layers: [String] { subjects.count == 2 ? subjects : [] }

  /// Refuses more than two subjects, a process without a trust, and what is not a share.
  public func validate() throws(FootprintsError) {
    if subjects.count > 2 {
      throw FootprintsError(
        .usage, "a report is about one organisation, two layers or a package, not \(subjects.count) subjects")
    }
    if process != nil, subjects.count != 1 {
      throw FootprintsError(.usage, "a process is changed by one trust", remedy: "Name the trust.")
    }
    if tier != nil, subjects.count != 1 || process != nil {
      throw FootprintsError(
        .usage, "a tier says which layer an organisation is in; this report is about none")
    }
    try RequestCheck.share(coverage, "coverage")
    try RequestCheck.positiveShare(threshold, "threshold")
  }

  private enum CodingKeys: String, CodingKey {
    case subjects, process, tier, weights, membership, catchment, threshold, coverage
  }

  /// Reads a request; every key may be left out.
  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    self.init()
    try values.update(&subjects, .subjects)
    try values.update(&process, .process)
    try values.update(&tier, .tier)
    try values.update(&weights, .weights)
    try values.update(&membership, .membership)
    try values.update(&catchment, .catchment)
    try values.update(&threshold, .threshold)
    try values.update(&coverage, .coverage)
  }
}
