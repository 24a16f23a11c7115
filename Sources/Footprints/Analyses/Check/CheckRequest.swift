/// What is to be checked.
public struct CheckRequest: AnalysisRequest {
  /// Layers of the study, or files; two are also held against each other. The whole package when none is named.
  public var layers: [String]
  /// What is said about each layer besides its name.
  public var options = LayerOptions()
  /// The mean width below which ground along a border is a sliver, in metres; from the layers' resolution when nil.
  public var sliverWidth: Double?
  /// How far a border may move, in metres, where the layer is also to be repaired (``CheckResult/repair``); nil where it is not.
  public var repairDistance: Double?

  /// Names some layers, or none.
  public init(layers: [String] = []) { self.layers = layers }

  /// Refuses what is not a width.
  public func validate() throws(FootprintsError) {
    if let sliverWidth { try RequestCheck.metres(sliverWidth, "sliver_width") }
    guard let repairDistance else { return }
    try RequestCheck.metres(repairDistance, "repair_distance")
    if layers.count != 1 {
      throw FootprintsError(
        .usage,
        "one layer is repaired at a time, and \(layers.isEmpty ? "none is" : "\(layers.count) are") named",
        remedy: "Name one layer.")
    }
  }

  private enum CodingKeys: String, CodingKey {
    case layers, options
    case sliverWidth = "sliver_width"
    case repairDistance = "repair_distance"
  }

  /// Reads a request; nothing is needed.
  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    self.init()
    try values.update(&layers, .layers)
    try values.update(&options, .options)
    try values.update(&sliverWidth, .sliverWidth)
    try values.update(&repairDistance, .repairDistance)
  }
}
