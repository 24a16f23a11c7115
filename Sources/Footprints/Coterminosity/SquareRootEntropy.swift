extension MassMatrix {
  /// Square-root entropy of X: sum_i (r_i / T) sum_j sqrt(s_ij). 1 where no unit is split, 0 where nothing is shared; a small part that is cut off
  /// counts for more than in other measures.
  ///
  /// r is a unit's own mass and T the shared mass: a part in no unit of Y makes it larger.
  ///
  /// Source: M. Duchin, "Outlier analysis for Pennsylvania congressional redistricting" (2018).
  public var xSquareRootEntropy: Double {
    guard total > 0 else { return 0 }
    return xTotals.indices.reduce(0) { sum, x in
      sum + xTotals[x] / total * row(x).reduce(0) { $0 + xShare($1).squareRoot() }
    }
  }
}

extension SystemMeasure {
  static let squareRootEntropy = SystemMeasure(
    "square_root_entropy", "square-root entropy (Duchin 2018): 1 where no area is split", needsPartition: true
  ) { matrix, _ in matrix.xSquareRootEntropy }
}

extension SystemScores {
  /// Square-root entropy of both sides; nil where ``entropyReason`` says why.
  public var squareRootEntropy: Directed? { directed(.squareRootEntropy) }
}
