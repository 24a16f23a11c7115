extension MassMatrix {
  /// Effective number of partners of a unit of X (Shannon): exp(-sum_j s ln s), the number of equally
  /// large partners that would divide the unit as much as its real ones. 0 where it has no partner.
  ///
  /// The shares are of the unit's own mass. A part outside every unit of Y is not a partner, but what remains
  /// is then shared less clearly, and the number can exceed the count of partners: read it together with the
  /// uncovered share.
  ///
  /// Source: M. O. Hill, "Diversity and evenness", Ecology 54 (1973), order 1.
  public func xEffectivePartnersShannon(_ x: Int) -> Double {
    let cells = row(x)
    guard !cells.isEmpty, xTotals[x] > 0 else { return 0 }
    return effectiveNumber(entropy: entropy(of: cells.lazy.map(xShare), total: 1))
  }

  /// Effective number of partners of a unit of X (inverse Simpson): 1 / sum_j s^2; small partners count less
  /// than by Shannon's number. 0 where it has no partner.
  ///
  /// Grows with the uncovered share u, to 1 / (1 - u)^2 for a single partner; see
  /// ``xEffectivePartnersShannon(_:)``.
  ///
  /// Source: E. H. Simpson, "Measurement of diversity", Nature 163 (1949); Hill (1973), order 2.
  public func xEffectivePartnersSimpson(_ x: Int) -> Double {
    let squares = row(x).reduce(0.0) { $0 + xShare($1) * xShare($1) }
    return squares > 0 ? 1 / squares : 0
  }
}

extension UnitMeasure {
  static let effectivePartnersShannon = UnitMeasure(
    "effective_partners_shannon", title: "effective", decimals: 2,
    "effective number of partners (Shannon)"
  ) { $0.xEffectivePartnersShannon($1) }
}

extension UnitScores {
  /// Effective number of partners (Shannon).
  public var effectivePartnersShannon: Double { self[.effectivePartnersShannon] ?? 0 }
}

extension UnitMeasure {
  static let effectivePartnersSimpson = UnitMeasure(
    "effective_partners_simpson", title: "effective (Simpson)", decimals: 2,
    "effective number of partners (inverse Simpson)"
  ) { $0.xEffectivePartnersSimpson($1) }
}

extension UnitScores {
  /// Effective number of partners (inverse Simpson).
  public var effectivePartnersSimpson: Double { self[.effectivePartnersSimpson] ?? 0 }
}
