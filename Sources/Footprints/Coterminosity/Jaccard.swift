extension MassMatrix {
  /// Jaccard index (intersection over union) of a pair: N / (r + c - N), 0...1; 0 where nothing has mass.
  ///
  /// Source: P. Jaccard, "Étude comparative de la distribution florale", Bull. Soc. Vaudoise Sci. Nat. 37
  /// (1901).
  public func jaccard(_ cell: Cell) -> Double {
    // Both differences are at least 0, so the sum cannot cancel to nothing as r + c - N can.
    let union =
      max(0, xTotals[cell.x] - cell.mass) + max(0, yTotals[cell.y] - cell.mass) + cell.mass
    return ratio(cell.mass, union)
  }
}
