extension MassMatrix {
  /// Degree of hierarchy of X in Y, 0...1: the share of the units of X that lie wholly in one unit of Y,
  /// every unit with mass counting once. 0 where no unit has mass.
  ///
  /// `wholeShare` is the share at or above which a unit counts as wholly inside (0.95: up to a twentieth may lie
  /// elsewhere); it is one minus the tolerance of the source.
  ///
  /// Source: L. Simpson, "Geography conversion tables: a framework for conversion of data between
  /// geographical units", Int. J. Popul. Geogr. 8 (2002).
  public func xDegreeOfHierarchy(wholeShare: Double) -> Double {
    let units = xTotals.indices.filter { xTotals[$0] > 0 }
    let whole = units.filter { x in row(x).contains { xShare($0) >= wholeShare } }
    return ratio(Double(whole.count), Double(units.count))
  }
}

extension SystemMeasure {
  static let degreeOfHierarchy = SystemMeasure(
    "degree_of_hierarchy", directions: ("x_in_y", "y_in_x"),
    "degree of hierarchy (Simpson 2002), at the tolerance"
  ) { $0.xDegreeOfHierarchy(wholeShare: $1) }
}

extension SystemScores {
  /// Degree of hierarchy of X in Y and of Y in X, at the tolerance.
  public var degreeOfHierarchy: Directed { self[.degreeOfHierarchy] }
}
