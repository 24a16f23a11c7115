/// A scenario, and what is to be compared before and after it.
public struct WhatIfRequest: AnalysisRequest {
  /// The file of a scenario, JSON or YAML; nil to ask for suggestions alone.
  public var scenario: String?
  /// The layer whose areas change; overrides that of the scenario.
  public var layer: String?
  /// The layer that it is scored against; overrides that of the scenario.
  public var against: String?
  /// The share at or above which an area counts as wholly inside another, above 0 and up to 1.
  public var tolerance = 0.95
  /// A trust whose impact is compared, with `process`.
  public var trust: String?
  /// The process that the trust changes.
  public var process: String?
  /// An organisation whose profile is compared.
  public var profile: String?
  /// How many single changes are suggested; 0 for none.
  public var suggest = 0
  /// What suggestions are to raise: the name of a number of the system as `score` has it, such as `v_measure` or `degree_of_fit.x_to_y`.
  public var measure = "v_measure"
  /// The policy test that suggestions are to make more areas meet, instead of a measure.
  public var preset: String?

  /// Nothing yet.
  public init(scenario: String? = nil) { self.scenario = scenario }

  /// The layers that are named.
  public var layers: [String] { [layer, against].compactMap(\.self) }

  /// Refuses a request for nothing, and half of a question.
  public func validate() throws(FootprintsError) {
    try RequestCheck.positiveShare(tolerance, "tolerance")
    if suggest < 0 {
      throw FootprintsError(.usage, "suggest is \(suggest), not 0 or more", reason: .outOfRange("suggest"))
    }
    if scenario == nil, suggest == 0 {
      throw FootprintsError(.usage, "neither a scenario nor suggestions are asked for")
    }
    if (trust == nil) != (process == nil) {
      throw FootprintsError(.usage, "an impact needs both a trust and a process")
    }
    if scenario == nil, trust != nil || profile != nil {
      throw FootprintsError(
        .usage, "impact and profile are compared before and after a scenario, and there is none")
    }
  }

  private enum CodingKeys: String, CodingKey {
    case scenario, layer, against, tolerance, trust, process, profile, suggest, measure, preset
  }

  /// Reads a request; `scenario` or `suggest` is needed.
  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    self.init()
    try values.update(&scenario, .scenario)
    try values.update(&layer, .layer)
    try values.update(&against, .against)
    try values.update(&tolerance, .tolerance)
    try values.update(&trust, .trust)
    try values.update(&process, .process)
    try values.update(&profile, .profile)
    try values.update(&suggest, .suggest)
    try values.update(&measure, .measure)
    try values.update(&preset, .preset)
  }
}
