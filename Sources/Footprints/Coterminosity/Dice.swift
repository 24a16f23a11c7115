extension MassMatrix {
  /// Sørensen-Dice coefficient of a pair: 2N / (r + c), 0...1; 0 where nothing has mass.
  ///
  /// Source: L. R. Dice, "Measures of the amount of ecologic association between species", Ecology 26
  /// (1945).
  public func dice(_ cell: Cell) -> Double {
    ratio(2 * cell.mass, xTotals[cell.x] + yTotals[cell.y])
  }
}
