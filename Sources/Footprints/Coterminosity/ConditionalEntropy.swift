extension MassMatrix {
  /// Conditional entropy H(Y given X) in nats: sum_i N_i / T H(Y given i), how much is left unknown of where in Y something
  /// lies once its unit of X is known. 0 where every unit of X lies in one unit of Y.
  ///
  /// Like the V-measure it is about the shared mass only.
  ///
  /// Source: L. Guth, A. Nieh, T. Weighill, "Three applications of entropy to gerrymandering", arXiv 2010.14972
  /// (2020).
  public var xConditionalEntropy: Double {
    xTotals.indices.reduce(0) { sum, x in
      sum + ratio(xShared[x], total) * entropy(of: row(x).lazy.map(\.mass), total: xShared[x])
    }
  }
}

extension SystemMeasure {
  static let conditionalEntropy = SystemMeasure(
    "conditional_entropy", directions: ("y_given_x", "x_given_y"),
    "conditional entropies H(Y given X) and H(X given Y) in nats (Guth, Nieh and Weighill 2020); their sum is the variation of information",
    needsPartition: true
  ) { matrix, _ in matrix.xConditionalEntropy }
}

extension SystemScores {
  /// H(Y given X) as `x` and H(X given Y) as `y`, in nats; nil where ``entropyReason`` says why.
  public var conditionalEntropy: Directed? { directed(.conditionalEntropy) }
}
