extension MassMatrix {
  /// Overlap coefficient (Szymkiewicz-Simpson) of a pair: N / min(r, c), 0...1; 1 where one unit lies in
  /// the other, 0 where one of them has no mass.
  ///
  /// Source: M. K. Vijaymeena, K. Kavitha, "A survey on similarity measures in text mining", MLAIJ 3 (2016).
  public func overlapCoefficient(_ cell: Cell) -> Double {
    ratio(cell.mass, min(xTotals[cell.x], yTotals[cell.y]))
  }
}
