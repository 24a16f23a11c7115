extension MassMatrix {
  /// The best Jaccard index of a unit of X with any unit of Y, 0...1; 0 without a partner.
  public func xBestJaccard(_ x: Int) -> Double { row(x).map(jaccard).max() ?? 0 }

  /// Weighted best Jaccard of X: sum_i r_i max_j J_ij / sum_i r_i, 0...1. 0 where no unit has mass.
  public var xWeightedBestJaccard: Double {
    let sum = xTotals.indices.reduce(0.0) { $0 + xTotals[$1] * xBestJaccard($1) }
    return ratio(sum, xTotals.reduce(0, +))
  }
}

extension SystemMeasure {
  static let weightedBestJaccard = SystemMeasure(
    "weighted_best_jaccard", "best Jaccard index of each unit, weighted by mass"
  ) { matrix, _ in matrix.xWeightedBestJaccard }
}

extension SystemScores {
  /// Weighted best Jaccard of both sides.
  public var weightedBestJaccard: Directed { self[.weightedBestJaccard] }
}
