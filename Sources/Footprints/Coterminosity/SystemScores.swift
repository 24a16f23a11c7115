/// How coterminous two layers are as a whole.
public struct SystemScores: Sendable, Equatable {
  /// A measure that each layer has towards the other.
  public struct Directed: Sendable, Equatable {
    /// Of X towards Y.
    public let x: Double
    /// Of Y towards X.
    public let y: Double

    /// Puts both directions together.
    public init(x: Double, y: Double) {
      self.x = x
      self.y = y
    }
  }

  /// How many units are coterminous with one of the other layer.
  public struct Coterminous: Sendable, Equatable {
    /// The units of X that have a partner with both shares at least the tolerance.
    public let count: Int
    /// The units of X.
    public let of: Int
    /// The share asked for, 0...1.
    public let tolerance: Double

    /// Puts the parts together.
    public init(count: Int, of: Int, tolerance: Double) {
      self.count = count
      self.of = of
      self.tolerance = tolerance
    }
  }

  /// V-measure, homogeneity and completeness (B = 1); nil where ``entropyReason`` says why.
  public let vMeasure: VMeasure?
  /// Why the entropy measures (V-measure, inhomogeneity) are missing; nil where they are not.
  public let entropyReason: String?
  /// Degree of fit of X to Y and of Y to X.
  public let degreeOfFit: Directed
  /// Degree of hierarchy of X in Y and of Y in X, at the tolerance.
  public let degreeOfHierarchy: Directed
  /// Weighted best Jaccard of both sides.
  public let weightedBestJaccard: Directed
  /// Mapcurves score of both sides.
  public let mapcurves: Directed
  /// The share of each layer's whole mass that lies in no unit of the other.
  public let uncoveredShare: Directed
  /// The coterminous units of X.
  public let coterminous: Coterminous

  init(_ matrix: MassMatrix, tolerance: Double, overlappingUnits: Bool) {
    let transposed = matrix.transposed
    if overlappingUnits {
      entropyReason =
        "units of one layer overlap one another, so the layers do not divide the same mass; the entropy "
        + "measures need that, the pairwise measures do not"
      vMeasure = nil
    } else {
      vMeasure = VMeasure(matrix)
      entropyReason = vMeasure == nil ? "the layers share no mass" : nil
    }
    degreeOfFit = Directed(x: matrix.xDegreeOfFit, y: transposed.xDegreeOfFit)
    degreeOfHierarchy = Directed(
      x: matrix.xDegreeOfHierarchy(wholeShare: tolerance),
      y: transposed.xDegreeOfHierarchy(wholeShare: tolerance))
    weightedBestJaccard = Directed(x: matrix.xWeightedBestJaccard, y: transposed.xWeightedBestJaccard)
    mapcurves = Directed(x: matrix.xMapcurvesScore, y: transposed.xMapcurvesScore)
    func uncovered(_ matrix: MassMatrix) -> Double {
      ratio(
        matrix.xTotals.indices.reduce(0) { $0 + matrix.xUncovered($1) }, matrix.xTotals.reduce(0, +))
    }
    uncoveredShare = Directed(x: uncovered(matrix), y: uncovered(transposed))
    let count = matrix.xTotals.indices.count { x in
      matrix.row(x).contains { matrix.mutualContainment($0) >= tolerance }
    }
    coterminous = Coterminous(count: count, of: matrix.xTotals.count, tolerance: tolerance)
  }
}
