extension MassMatrix {
  /// Effective splits of the units of X: sum_i (1 / sum_j s_ij^2 - 1), which is the effective number of partners by
  /// inverse Simpson (``xEffectivePartnersSimpson(_:)``) beyond the first, over all units. 0 where no unit is split; a small
  /// part counts for little. A unit without partners counts nothing.
  ///
  /// The shares are of the unit's own mass, so that a part in no unit of Y counts as one more way of being divided.
  ///
  /// Source: S. S.-H. Wang, S. J. Chen, R. Ober, B. Grofman, K. Barnes, J. Cervas, "Turning communities of interest into a
  /// rigorous standard for fair districting" (2021).
  public var xEffectiveSplits: Double {
    xTotals.indices.reduce(0) { sum, x in
      let partners = xEffectivePartnersSimpson(x)
      return partners > 0 ? sum + (partners - 1) : sum
    }
  }
}

extension SystemMeasure {
  static let effectiveSplits = SystemMeasure(
    "effective_splits",
    "effective splits (Wang et al. 2021): effective partners (inverse Simpson) beyond the first, over all areas",
    needsPartition: true
  ) { matrix, _ in matrix.xEffectiveSplits }
}

extension SystemScores {
  /// Effective splits of both sides; nil where ``entropyReason`` says why.
  public var effectiveSplits: Directed? { directed(.effectiveSplits) }
}
