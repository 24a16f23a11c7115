/// Two layers and how they are compared: what both `overlap` and `score` are asked.
public struct ComparisonRequest: AnalysisRequest {
  /// A layer of the study, or a file.
  public var x: String
  /// Another.
  public var y: String
  /// What is said about X besides its name.
  public var xOptions = LayerOptions()
  /// What is said about Y besides its name.
  public var yOptions = LayerOptions()
  /// What shares are of; people where they can be counted, when nil.
  public var weights: Weights?
  /// How a brick in more than one area is counted.
  public var membership = MembershipMethod.largest
  /// Pairs in which neither share reaches this are left out, 0...1.
  public var minimumShare = 0.0
  /// The width below which a common part is a sliver, in metres; from the layers' resolution when nil.
  public var sliverWidth: Double?
  /// Whether slivers are listed with the rest.
  public var keepsSlivers = false
  /// The share at or above which an area counts as wholly inside another; above 0 and up to 1.
  public var tolerance = 0.95
  /// Numbers of policy tests in place of the usual ones, for scores: by the name of the test (`hsj-75`), or of the test and
  /// the number (`lgr-500k.margin`).
  public var presets: [String: Double] = [:]
  /// Whether scores also say how far the borders agree.
  public var comparesBorders = false

  /// Two layers with the defaults.
  public init(x: String, y: String) {
    self.x = x
    self.y = y
  }

  /// X and Y.
  public var layers: [String] { [x, y] }

  /// Refuses what is not a share or not a width.
  public func validate() throws(FootprintsError) {
    try RequestCheck.share(minimumShare, "min_share")
    try RequestCheck.positiveShare(tolerance, "tolerance")
    if let sliverWidth { try RequestCheck.metres(sliverWidth, "sliver_width") }
  }

  private enum CodingKeys: String, CodingKey {
    case x, y, weights, membership, tolerance, presets
    case xOptions = "x_options"
    case yOptions = "y_options"
    case minimumShare = "min_share"
    case sliverWidth = "sliver_width"
    case keepsSlivers = "keep_slivers"
    case comparesBorders = "borders"
  }

  /// Reads a request; only `x` and `y` are needed.
  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    self.init(x: try values.decode(String.self, forKey: .x), y: try values.decode(String.self, forKey: .y))
    try values.update(&xOptions, .xOptions)
    try values.update(&yOptions, .yOptions)
    try values.update(&weights, .weights)
    try values.update(&membership, .membership)
    try values.update(&minimumShare, .minimumShare)
    try values.update(&sliverWidth, .sliverWidth)
    try values.update(&keepsSlivers, .keepsSlivers)
    try values.update(&tolerance, .tolerance)
    try values.update(&presets, .presets)
    try values.update(&comparesBorders, .comparesBorders)
  }
}

extension Enquiry {
  /// Compares the two layers of a request: who overlaps whom, what is a sliver, what is left over, by area and, where
  /// they are counted, by people or patients. Throws as ``layers(_:_:_:_:)`` and ``people(in:and:method:)`` do, and `usage` for flows of patients where there are none or they mean nothing.
  public func compare(_ request: ComparisonRequest) throws(FootprintsError) -> LayerComparison {
    let (x, y) = try layers(request.x, request.xOptions, request.y, request.yOptions)
    if x.name == y.name {
      note([
        Notice(.warning, "same-layer", "X and Y are the same layer, \(x.name): it is compared with itself")
      ])
    }
    let table = try overlap(x, y)
    let weights = request.weights ?? study.defaultWeights(for: request.layers)
    // A package that nothing is taken from is no part of the answer.
    if weights == .area, request.layers.allSatisfy(study.isOutside) { forgetPackage() }
    let population: PopulationOverlap? =
      switch weights {
      case .area: nil
      case .population: try people(in: x, and: y, method: request.membership)
      case .flow: try patients(in: x, and: y, method: request.membership)
      }
    var parameters = LayerComparison.Parameters()
    parameters.minimumShare = request.minimumShare
    parameters.keepsSlivers = request.keepsSlivers
    parameters.sliverWidth = request.sliverWidth
    parameters.tolerance = request.tolerance
    let comparison = try LayerComparison(
      x: x, y: y, table: table, population: population, parameters: parameters, jobs: jobs)
    note(comparison.notices)
    return comparison
  }
}
