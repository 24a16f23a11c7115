/// What is to be checked.
public struct CheckRequest: AnalysisRequest {
  /// Layers of the study, or files; two are also held against each other. The whole package when none is named.
  public var layers: [String]
  /// What is said about each layer besides its name.
  public var options = LayerOptions()
  /// The mean width below which ground along a border is a sliver, in metres; from the layers' resolution when nil.
  public var sliverWidth: Double?

  /// Names some layers, or none.
  public init(layers: [String] = []) { self.layers = layers }

  /// Refuses what is not a width.
  public func validate() throws(FootprintsError) {
    if let sliverWidth { try RequestCheck.metres(sliverWidth, "sliver_width") }
  }

  private enum CodingKeys: String, CodingKey {
    case layers, options
    case sliverWidth = "sliver_width"
  }

  /// Reads a request; nothing is needed.
  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    self.init()
    try values.update(&layers, .layers)
    try values.update(&options, .options)
    try values.update(&sliverWidth, .sliverWidth)
  }
}
