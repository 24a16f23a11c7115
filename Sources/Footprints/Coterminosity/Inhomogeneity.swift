extension MassMatrix {
  /// Inhomogeneity of every unit of X: H(Y given i) / H(Y). 0 where the unit lies in one unit of Y, 1 where
  /// its parts are as mixed as the whole; above 1 where they are more mixed. 0 where H(Y) is 0.
  ///
  /// Like the V-measure it is about the shared mass only: the part of a unit outside Y is in neither
  /// entropy.
  ///
  /// Source: Nowosad and Stepinski (2018), see ``VMeasure``.
  public var xInhomogeneity: [Double] {
    let whole = entropy(of: yShared, total: total)
    return xTotals.indices.map { x in
      guard whole > 0 else { return 0 }
      return entropy(of: row(x).lazy.map(\.mass), total: xShared[x]) / whole
    }
  }
}

extension UnitMeasure {
  static let inhomogeneity = UnitMeasure(
    "inhomogeneity", title: "inhomogeneity", decimals: 3,
    "H(Y given the unit) / H(Y); null where the entropy measures are",
    ofAll: { input in
      input.hasEntropy ? input.matrix.xInhomogeneity : input.matrix.xTotals.map { _ in nil }
    })
}

extension UnitScores {
  /// Inhomogeneity; nil where the entropy measures are missing (``SystemScores/entropyReason``).
  public var inhomogeneity: Double? { self[.inhomogeneity] }
}
