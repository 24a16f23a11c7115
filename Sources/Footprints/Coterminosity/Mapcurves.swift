extension MassMatrix {
  /// Mapcurves goodness of fit of one pair: N^2 / (r c) = s d, 0...1.
  public func mapcurves(_ cell: Cell) -> Double { xShare(cell) * yShare(cell) }

  /// Goodness of fit of a unit of X: the sum of its pairs' N^2 / (r c). It is 1 where the unit is made of
  /// whole units of Y, and 0...1 as long as the units of each layer do not overlap each other.
  ///
  /// Source: W. W. Hargrove, F. M. Hoffman, P. F. Hessburg, "Mapcurves: a quantitative method for comparing
  /// categorical maps", J. Geogr. Syst. 8 (2006).
  public func xMapcurves(_ x: Int) -> Double { row(x).reduce(0) { $0 + mapcurves($1) } }

  /// Mapcurves score of X against Y, 0...1: the plain mean of the goodness of fit over the units with mass.
  ///
  /// The paper plots the percentage of a map's units whose goodness of fit reaches a threshold against the
  /// threshold, and scores the map by the area under that curve. The area under a curve of that kind is the
  /// mean of the values, each unit counting once whatever its mass. 0 where no unit has mass.
  public var xMapcurvesScore: Double {
    let units = xTotals.indices.filter { xTotals[$0] > 0 }
    return ratio(units.reduce(0) { $0 + xMapcurves($1) }, Double(units.count))
  }
}

extension SystemMeasure {
  static let mapcurves = SystemMeasure(
    "mapcurves", "Mapcurves score (Hargrove et al. 2006)"
  ) { matrix, _ in matrix.xMapcurvesScore }
}

extension SystemScores {
  /// Mapcurves score of both sides.
  public var mapcurves: Directed { self[.mapcurves] }
}

extension UnitMeasure {
  static let mapcurves = UnitMeasure(
    "mapcurves", title: "Mapcurves", decimals: 3,
    "Mapcurves goodness of fit"
  ) { $0.xMapcurves($1) }
}

extension UnitScores {
  /// Mapcurves goodness of fit, 0...1.
  public var mapcurves: Double { self[.mapcurves] ?? 0 }
}
