extension MassMatrix {
  /// Degree of fit of X to Y, 0...1: sum_i max_j N_ij / T, the part of the shared mass that stays where it
  /// is when every unit of X is assigned whole to its best unit of Y. 0 where nothing is shared.
  ///
  /// It is the proportion guessed right that Goodman and Kruskal's lambda of 1954 is made of (``xLambda``).
  ///
  /// Source: Simpson (2002), see ``xDegreeOfHierarchy(wholeShare:)``.
  public var xDegreeOfFit: Double {
    let best = xTotals.indices.reduce(0.0) { sum, x in sum + (row(x).map(\.mass).max() ?? 0) }
    return ratio(best, total)
  }
}

extension SystemMeasure {
  static let degreeOfFit = SystemMeasure(
    "degree_of_fit", directions: ("x_to_y", "y_to_x"),
    "degree of fit (Simpson 2002), the same as the proportion of Goodman and Kruskal (1954)"
  ) { matrix, _ in matrix.xDegreeOfFit }
}

extension SystemScores {
  /// Degree of fit of X to Y and of Y to X.
  public var degreeOfFit: Directed { self[.degreeOfFit] }
}
