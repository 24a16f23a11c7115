/// When one footprint is said to be in the corner of another: it lies mostly there, and is a small part of it.
///
/// The corner index says how much so; this is the plain yes or no behind the sentences. `docs/methods/impact.md` gives
/// the rule.
enum CornerRule {
  /// The share of the footprint that must lie in the other: half, so that the other matters more to it than all the rest
  /// together.
  static let leastDependence = 0.5
  /// The share of the other that it must stay below: a quarter, so that three quarters of the other lie elsewhere.
  static let mostLeverage = 0.25

  /// Whether a footprint is in the other's corner, by its share in the other and its share of the other, 0...1.
  static func holds(dependence: Double, leverage: Double) -> Bool {
    dependence >= leastDependence && leverage < mostLeverage
  }
}
