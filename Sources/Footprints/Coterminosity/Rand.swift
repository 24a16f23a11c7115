extension MassMatrix {
  /// Q = sum p^2, A = sum a^2, B = sum b^2 over shares of T: how often two people are together in a unit of both layers, of X,
  /// of Y.
  private var togetherness: (both: Double, x: Double, y: Double) {
    func sum(_ masses: some Sequence<Double>) -> Double {
      masses.reduce(0) { $0 + ratio($1, total) * ratio($1, total) }
    }
    return (sum(cells.lazy.map(\.mass)), sum(xShared), sum(yShared))
  }

  /// Rand index in the limit of masses, 0...1: 1 - A - B + 2Q, how often the layers agree on whether two people belong
  /// together.
  ///
  /// Source: W. M. Rand, "Objective criteria for the evaluation of clustering methods", J. Am. Stat. Assoc. 66 (1971).
  public var rand: Double {
    let (both, x, y) = togetherness
    return min(1, max(0, 1 - x - y + 2 * both))
  }

  /// Adjusted Rand index in the limit of masses: (Q - AB) / ((A + B) / 2 - AB). 1 for the same map, 0 for what chance
  /// gives, below 0 for less; 1 where both layers have one unit each, so that there is nothing to agree about.
  ///
  /// Source: L. Hubert, P. Arabie, "Comparing partitions", J. Classif. 2 (1985).
  public var adjustedRand: Double {
    let (both, x, y) = togetherness
    let most = (x + y) / 2 - x * y
    return most > 0 ? min(1, (both - x * y) / most) : 1
  }
}

extension SystemMeasure {
  static let rand = SystemMeasure(
    ofPartitions: "rand",
    "Rand index (1971), in the limit of masses: how often the layers agree on whether two people, or places, belong together"
  ) { $0.rand }

  static let adjustedRand = SystemMeasure(
    ofPartitions: "adjusted_rand",
    "adjusted Rand index (Hubert and Arabie 1985): 1 for the same map, 0 for what chance gives"
  ) { $0.adjustedRand }
}

extension SystemScores {
  /// Rand index, 0...1; nil where ``entropyReason`` says why.
  public var rand: Double? { number(.rand) }
  /// Adjusted Rand index, at most 1.
  public var adjustedRand: Double? { number(.adjustedRand) }
}
