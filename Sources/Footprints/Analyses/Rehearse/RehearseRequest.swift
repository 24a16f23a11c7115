/// A reorganisation to rehearse.
public struct RehearseRequest: AnalysisRequest {
  /// The file of the scenario, JSON or YAML, as `whatif` reads it.
  public var scenario: String
  /// The layer whose areas change; overrides that of the scenario; the layer that plans belong to when neither says.
  public var layer: String?

  /// A scenario.
  public init(scenario: String) { self.scenario = scenario }

  /// The layer, where it is named.
  public var layers: [String] { [layer].compactMap(\.self) }

  private enum CodingKeys: String, CodingKey { case scenario, layer }

  /// Reads a request; only `scenario` is needed.
  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    self.init(scenario: try values.decode(String.self, forKey: .scenario))
    try values.update(&layer, .layer)
  }
}
