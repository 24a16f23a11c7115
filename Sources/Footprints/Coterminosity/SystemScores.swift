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
  /// The coterminous units of X.
  public let coterminous: Coterminous

  private let measures: [String: Directed]

  /// A measure of both layers towards each other.
  public subscript(_ measure: SystemMeasure) -> Directed {
    // Every existing measure was computed.
    measures[measure.name] ?? Directed(x: 0, y: 0)
  }

  init(_ matrix: MassMatrix, tolerance: Double, overlappingUnits: Bool) {
    let input = SystemMeasure.Input(matrix: matrix, transposed: matrix.transposed, tolerance: tolerance)
    if overlappingUnits {
      entropyReason =
        "units of one layer overlap each other, so the layers do not divide the same mass; the entropy "
        + "measures need that, the pairwise measures do not"
      vMeasure = nil
    } else {
      vMeasure = VMeasure(matrix)
      entropyReason = vMeasure == nil ? "the layers share no mass" : nil
    }
    measures = Dictionary(uniqueKeysWithValues: SystemMeasure.all.map { ($0.name, $0.value(input)) })
    let count = matrix.xTotals.indices.count { x in
      matrix.row(x).contains { matrix.mutualContainment($0) >= tolerance }
    }
    coterminous = Coterminous(count: count, of: matrix.xTotals.count, tolerance: tolerance)
  }
}
