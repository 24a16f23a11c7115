/// How a trust's catchment is made. The method changes the answer, so every output names it.
public enum CatchmentMethod: String, Sendable, CaseIterable, Codable {
  /// The trust's area in the trust layer.
  case layer
  /// First past the post: the bricks where the trust has the largest proportion of patients.
  case fptp
  /// The bricks where the trust has at least a given proportion of patients; catchments overlap.
  case threshold
  /// Every brick, by the proportion of its patients; a table of weights, not a polygon.
  case proportional
  /// The ground that lies nearer to the trust's hospitals than to those of any other; for when there are no flows.
  case voronoi

  /// Whether it is made from flows of patients.
  public var usesFlows: Bool { [.fptp, .threshold, .proportional].contains(self) }

  /// The method in words.
  public func explanation(threshold: Double) -> String {
    switch self {
    case .layer: "the trust’s area in the trust layer"
    case .fptp: "first past the post: the small areas where the trust treats more patients than any other"
    case .threshold:
      "the small areas where the trust treats at least \(Wording.setting(threshold)) of the patients"
    case .proportional: "every small area by the trust’s proportion of its patients"
    case .voronoi: "the ground nearest to the trust’s hospitals as the crow flies, whoever the patients are"
    }
  }
}
