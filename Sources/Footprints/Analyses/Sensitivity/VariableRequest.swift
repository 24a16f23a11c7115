/// A request that can be asked again with one thing set otherwise.
public protocol VariableRequest: AnalysisRequest {
  /// The same request with something set; nil where it has no such setting.
  func with(_ setting: Setting) -> Self?
}

/// An analysis whose answers can be compared statement by statement.
public protocol ConcludingAnalysis: Analysis where Request: VariableRequest, Result: ConcludingResult {}

extension OverlapAnalysis: ConcludingAnalysis {}
extension ScoreAnalysis: ConcludingAnalysis {}
extension ImpactAnalysis: ConcludingAnalysis {}
extension ProfileAnalysis: ConcludingAnalysis {}

extension ComparisonRequest: VariableRequest {
  /// Everything but what is about catchments.
  public func with(_ setting: Setting) -> ComparisonRequest? {
    var copy = self
    switch setting {
    case .weights(let weights): copy.weights = weights
    case .membership(let method): copy.membership = method
    case .tolerance(let tolerance): copy.tolerance = tolerance
    case .sliverWidth(let width): copy.sliverWidth = width
    case .catchment, .threshold: return nil
    }
    return copy
  }
}

extension ImpactAnalysis.Request: VariableRequest {
  /// Weights, membership and catchments.
  public func with(_ setting: Setting) -> ImpactAnalysis.Request? {
    var copy = self
    switch setting {
    case .weights(let weights): copy.weights = weights
    case .membership(let method): copy.membership = method
    case .catchment(let method): copy.catchment = method
    case .threshold(let threshold): (copy.catchment, copy.threshold) = (.threshold, threshold)
    case .tolerance, .sliverWidth: return nil
    }
    // By area only a layer has catchments, and flows of patients need none.
    if case .weights(let weights) = setting, weights != .population { copy.catchment = nil }
    return copy
  }
}

extension ProfileAnalysis.Request: VariableRequest {
  /// Weights, membership and catchments.
  public func with(_ setting: Setting) -> ProfileAnalysis.Request? {
    var copy = self
    switch setting {
    case .weights(let weights): copy.weights = weights
    case .membership(let method): copy.membership = method
    case .catchment(let method): copy.catchment = method
    case .threshold(let threshold): (copy.catchment, copy.threshold) = (.threshold, threshold)
    case .tolerance, .sliverWidth: return nil
    }
    if case .weights(let weights) = setting, weights != .population { copy.catchment = nil }
    return copy
  }
}
