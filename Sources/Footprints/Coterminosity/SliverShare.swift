extension MassMatrix {
  /// The share of the whole mass of X that it shares with units of Y only in slivers, which were set aside, 0...1; 0
  /// where X has no mass.
  public var xSliverShare: Double { ratio(xSetAside.reduce(0, +), xTotals.reduce(0, +)) }
}

extension SystemMeasure {
  static let sliverShare = SystemMeasure(
    "sliver_share", "the share of the layer’s mass in slivers, which are neither counted nor uncovered"
  ) { matrix, _ in matrix.xSliverShare }
}

extension SystemScores {
  /// The share of each layer's whole mass in slivers, which are neither counted nor uncovered.
  public var sliverShare: Directed { self[.sliverShare] }
}
