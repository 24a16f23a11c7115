extension MassMatrix {
  /// Goodman and Kruskal's lambda of Y given X, 0...1: how much fewer mistakes one makes by always guessing the likeliest unit of
  /// Y once the unit of X is known. 1 where Y has one unit, so that nothing need be guessed.
  ///
  /// The proportion guessed right with X known, sum_i max_j N_ij / T, is the degree of fit (``xDegreeOfFit``).
  ///
  /// Source: L. A. Goodman, W. H. Kruskal, "Measures of association for cross classifications", J. Am. Stat. Assoc. 49
  /// (1954).
  public var xLambda: Double {
    let blind = ratio(yShared.max() ?? 0, total)
    return blind < 1 ? max(0, (xDegreeOfFit - blind) / (1 - blind)) : 1
  }

  /// Goodman and Kruskal's tau of Y given X, 0...1: the same for guesses in proportion. 1 where Y has one unit.
  ///
  /// Source: Goodman and Kruskal (1954), see ``xLambda``.
  public var xTau: Double {
    let blind = yShared.reduce(0) { $0 + ratio($1, total) * ratio($1, total) }
    let known = cells.reduce(0) { $0 + ratio($1.mass, total) * ratio($1.mass, xShared[$1.x]) }
    return blind < 1 ? min(1, max(0, (known - blind) / (1 - blind))) : 1
  }
}

extension SystemMeasure {
  static let goodmanKruskal = SystemMeasure(
    "goodman_kruskal",
    parts: [
      Part(
        name: "lambda",
        meaning:
          "lambda of Y given X: fewer mistakes by guessing the likeliest area of Y once that of X is known"),
      Part(name: "tau", meaning: "tau of Y given X: the same for guesses in proportion"),
      Part(name: "lambda_x_given_y", meaning: "lambda of X given Y"),
      Part(name: "tau_x_given_y", meaning: "tau of X given Y"),
    ],
    "Goodman and Kruskal’s lambda and tau (1954); their proportion guessed right is the degree of fit",
    needsPartition: true
  ) { [$0.matrix.xLambda, $0.matrix.xTau, $0.transposed.xLambda, $0.transposed.xTau] }
}

extension SystemScores {
  /// Lambda of Y given X as `x`, and of X given Y as `y`; nil where ``entropyReason`` says why.
  public var lambda: Directed? { association(0, 2) }
  /// Tau of Y given X as `x`, and of X given Y as `y`; nil where ``entropyReason`` says why.
  public var tau: Directed? { association(1, 3) }

  private func association(_ x: Int, _ y: Int) -> Directed? {
    let values = values(of: .goodmanKruskal)
    guard let x = values[x], let y = values[y] else { return nil }
    return Directed(x: x, y: y)
  }
}
