extension MassMatrix {
  /// Split pairs of X, 0...1: 1 - sum N^2 / sum r^2, how often two people of one unit of X, any two with the same chance, are
  /// not together in a unit of Y. 0 where no unit has mass.
  ///
  /// Source: J. Wachspress, W. T. Adler, "Split decisions: guidance for measuring locality preservation in district
  /// maps", Center for Democracy and Technology (2021).
  public var xSplitPairs: Double {
    let own = xTotals.reduce(0) { $0 + $1 * $1 }
    guard own > 0 else { return 0 }
    return max(0, 1 - cells.reduce(0) { $0 + $1.mass * $1.mass } / own)
  }
}

extension SystemMeasure {
  static let splitPairs = SystemMeasure(
    "split_pairs",
    "split pairs (Wachspress and Adler 2021): how often two people, or places, of one area are apart in the other layer",
    needsPartition: true
  ) { matrix, _ in matrix.xSplitPairs }
}

extension SystemScores {
  /// Split pairs of both sides, 0...1; nil where ``entropyReason`` says why.
  public var splitPairs: Directed? { directed(.splitPairs) }
}
