/// Homogeneity, completeness and their weighted harmonic mean: how well one division of a mass can be inferred
/// from another.
///
/// The probabilities are the shared masses over T, so that both layers divide the same mass; what either
/// side leaves uncovered is not in them and has to be reported alongside them.
///
/// At B = 1 the V-measure is the normalised mutual information with the arithmetic mean of both entropies,
/// 2 I(X;Y) / (H(X) + H(Y)): whoever has the one has the other.
///
/// Source: A. Rosenberg, J. Hirschberg, "V-measure", EMNLP-CoNLL (2007); J. Nowosad, T. F. Stepinski,
/// "Spatial association between regionalizations using the information-theoretical V-measure", Int. J.
/// Geogr. Inf. Sci. 32 (2018), R package sabre.
public struct VMeasure: Sendable, Equatable {
  /// h = I(X;Y) / H(X), 0...1: 1 where every unit of Y lies in one unit of X.
  public let homogeneity: Double
  /// c = I(X;Y) / H(Y), 0...1: 1 where every unit of X lies in one unit of Y.
  public let completeness: Double
  /// The weight B of completeness against homogeneity.
  public let beta: Double

  /// V = (1 + B) h c / (B h + c), 0...1; 0 where h + c is 0.
  public var value: Double {
    guard homogeneity + completeness > 0 else { return 0 }
    return min(1, (1 + beta) * homogeneity * completeness / (beta * homogeneity + completeness))
  }

  /// Computes the measure; nil where the layers share no mass, so that there is nothing to divide.
  ///
  /// Precondition: beta above 0 and finite.
  public init?(_ matrix: MassMatrix, beta: Double = 1) {
    precondition(beta > 0 && beta.isFinite, "beta weighs completeness and must be above 0")
    guard matrix.total > 0 else { return nil }
    self.beta = beta
    let x = entropy(of: matrix.xShared, total: matrix.total)
    let y = entropy(of: matrix.yShared, total: matrix.total)
    let both = entropy(of: matrix.cells.lazy.map(\.mass), total: matrix.total)
    // I(X;Y) >= 0, though rounding can leave it a last digit below.
    let shared = max(0, x + y - both)
    homogeneity = x > 0 ? min(1, shared / x) : 1
    completeness = y > 0 ? min(1, shared / y) : 1
  }
}
