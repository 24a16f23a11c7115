extension MassMatrix {
  /// Mutual containment of a pair: min(s, d), the smaller of the two shares, 0...1.
  ///
  /// A pair is coterminous at a tolerance when its mutual containment reaches it.
  public func mutualContainment(_ cell: Cell) -> Double { min(xShare(cell), yShare(cell)) }
}
