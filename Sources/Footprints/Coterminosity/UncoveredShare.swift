extension MassMatrix {
  /// The share of the whole mass of X that lies in no unit of Y, 0...1; 0 where X has no mass.
  public var xUncoveredShare: Double {
    ratio(xTotals.indices.reduce(0) { $0 + xUncovered($1) }, xTotals.reduce(0, +))
  }
}

extension SystemMeasure {
  static let uncoveredShare = SystemMeasure(
    "uncovered_share", "the share of the layer’s mass in no unit of the other"
  ) { matrix, _ in matrix.xUncoveredShare }
}

extension SystemScores {
  /// The share of each layer's whole mass that lies in no unit of the other.
  public var uncoveredShare: Directed { self[.uncoveredShare] }
}
