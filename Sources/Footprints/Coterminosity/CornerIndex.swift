extension MassMatrix {
  /// Corner index of a unit j of Y: sum_i d_ij (1 - s_ij). 0 where j's partners are j itself, near 1 where
  /// j is a small corner of all its partners; 0...1 as long as the units of X do not overlap each other.
  ///
  /// It answers the local authority lead who is "in the corner of everybody else's footprint" (Harlock et
  /// al., "Challenges in integrating health and social care", J. Health Serv. Res. Policy).
  public func yCornerIndex(_ y: Int) -> Double {
    column(y).reduce(0) { $0 + yShare($1) * (1 - xShare($1)) }
  }
}

extension UnitMeasure {
  static let cornerIndex = UnitMeasure(
    "corner_index", title: "corner", decimals: 2,
    "0 where its partners lie inside it, near 1 where it is a small corner of all of them",
    // It is defined on columns.
    ofAll: { input in input.transposed.yTotals.indices.map { input.transposed.yCornerIndex($0) } })
}

extension UnitScores {
  /// Corner index, 0...1.
  public var cornerIndex: Double { self[.cornerIndex] ?? 0 }
}
