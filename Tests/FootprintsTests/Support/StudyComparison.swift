import Footprints

extension Study {
  /// Two layers compared as `overlap` does it.
  func comparison(
    _ x: String, _ y: String, weights: Weights? = nil, membership: MembershipMethod = .largest
  ) throws -> LayerComparison {
    var request = ComparisonRequest(x: x, y: y)
    request.weights = weights
    request.membership = membership
    return try run(OverlapAnalysis.self, request).result.comparison
  }
}
