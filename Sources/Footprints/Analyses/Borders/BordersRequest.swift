/// Two layers, and within which distance of each other their borders agree.
public struct BordersRequest: AnalysisRequest {
  /// A layer of the study, or a file.
  public var x: String
  /// Another.
  public var y: String
  /// What is said about X besides its name.
  public var xOptions = LayerOptions()
  /// What is said about Y besides its name.
  public var yOptions = LayerOptions()
  /// The distance within which borders agree, in metres; from the layers' resolutions when nil.
  public var within: Double?

  /// Two layers with the defaults.
  public init(x: String, y: String) {
    self.x = x
    self.y = y
  }

  /// X and Y.
  public var layers: [String] { [x, y] }

  /// Refuses what is not a distance.
  public func validate() throws(FootprintsError) {
    if let within { try RequestCheck.metres(within, "within") }
  }

  private enum CodingKeys: String, CodingKey {
    case x, y, within
    case xOptions = "x_options"
    case yOptions = "y_options"
  }

  /// Reads a request; only `x` and `y` are needed.
  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    self.init(x: try values.decode(String.self, forKey: .x), y: try values.decode(String.self, forKey: .y))
    try values.update(&xOptions, .xOptions)
    try values.update(&yOptions, .yOptions)
    try values.update(&within, .within)
  }
}
