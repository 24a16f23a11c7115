extension MassMatrix {
  /// Degree of fit of X to Y, 0...1: sum_i max_j N_ij / T, the part of the shared mass that stays where it
  /// is when every unit of X is assigned whole to its best unit of Y. 0 where nothing is shared.
  ///
  /// Source: Simpson (2002), see ``xDegreeOfHierarchy(wholeShare:)``.
  public var xDegreeOfFit: Double {
    let best = xTotals.indices.reduce(0.0) { sum, x in sum + (row(x).map(\.mass).max() ?? 0) }
    return ratio(best, total)
  }
}
