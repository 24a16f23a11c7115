/// Which policy tests are held against which layers.
public struct AuditRequest: AnalysisRequest {
  /// Two layers, against each other; every two of the package that some test is about when empty.
  public var layers: [String] = []
  /// The tests by their names; all that are about certain tiers when empty, and those about any two layers as well where two are named.
  public var presets: [String] = []
  /// The share at or above which an area counts as wholly inside another, above 0 and up to 1.
  public var tolerance = 0.95
  /// What shares are of; people where they can be counted, when nil.
  public var weights: Weights?
  /// How a small area in more than one area is counted.
  public var membership = MembershipMethod.largest
  /// Whether the smallest change is looked for after which an area passes.
  public var suggestsMoves = true

  /// Everything that the package has.
  public init() {}

  /// Refuses one layer, or more than two, and what is no share.
  public func validate() throws(FootprintsError) {
    guard layers.isEmpty || layers.count == 2 else {
      throw FootprintsError(
        .usage, "an audit is of two layers, or of a package, not of \(Wording.plural(layers.count, "layer"))",
        remedy: "Name two, or none for all of the package.")
    }
    try RequestCheck.positiveShare(tolerance, "tolerance")
    if weights == .flow { throw .flowIsBetweenTrustsAndAreas("policy tests are about residents") }
  }

  private enum CodingKeys: String, CodingKey {
    case layers, presets, tolerance, weights, membership
    case suggestsMoves = "moves"
  }

  /// Reads a request; every key may be left out.
  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    self.init()
    try values.update(&layers, .layers)
    try values.update(&presets, .presets)
    try values.update(&tolerance, .tolerance)
    try values.update(&weights, .weights)
    try values.update(&membership, .membership)
    try values.update(&suggestsMoves, .suggestsMoves)
  }
}
