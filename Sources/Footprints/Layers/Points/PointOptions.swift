/// What a user may say about a file of points besides its name.
public struct PointOptions: Sendable, Hashable, Codable {
  /// The field of the identifiers.
  public var codeField: String?
  /// The field of the names.
  public var nameField: String?
  /// The column of eastings or longitudes.
  public var xField: String?
  /// The column of northings or latitudes.
  public var yField: String?

  /// Nothing said.
  public init(
    codeField: String? = nil, nameField: String? = nil, xField: String? = nil, yField: String? = nil
  ) {
    self.codeField = codeField
    self.nameField = nameField
    self.xField = xField
    self.yField = yField
  }

  /// What a request says.
  init(_ request: LayerRequest) {
    self.init(
      codeField: request.codeField, nameField: request.nameField, xField: request.xField,
      yField: request.yField)
  }

  /// Overrides what is asked for anyway.
  func apply(to request: inout LayerRequest) {
    if let codeField { request.codeField = codeField }
    if let nameField { request.nameField = nameField }
    if let xField { request.xField = xField }
    if let yField { request.yField = yField }
  }

  private enum CodingKeys: String, CodingKey {
    case codeField = "code"
    case nameField = "label"
    case xField = "x"
    case yField = "y"
  }

  /// Refuses one column of coordinates without the other: throws `usage`.
  func validate() throws(FootprintsError) {
    guard (xField == nil) != (yField == nil) else { return }
    let missing = xField == nil ? "x" : "y"
    throw FootprintsError(
      .usage, "points need two columns of coordinates, and only one is named",
      remedy: "Name the column of \(missing) as well.")
  }
}
