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
  /// Why the measures are missing that need both layers to divide the same mass (V-measure, inhomogeneity, and those
  /// with ``SystemMeasure/needsPartition``); nil where they are not.
  public let entropyReason: String?
  /// The coterminous units of X.
  public let coterminous: Coterminous
  /// Which units have anything in common, and how many are split.
  public let pairs: CommonPairs

  private let measures: [String: [Double?]]

  /// The numbers of a measure in the order of its parts; nil for what is missing.
  public func values(of measure: SystemMeasure) -> [Double?] {
    // Every existing measure was computed.
    measures[measure.name] ?? measure.parts.map { _ in nil }
  }

  /// A measure of both layers towards each other; nil where it is missing.
  public func directed(_ measure: SystemMeasure) -> Directed? {
    let values = values(of: measure)
    guard values.count >= 2, let x = values[0], let y = values[1] else { return nil }
    return Directed(x: x, y: y)
  }

  /// A measure that both layers always have towards each other.
  public subscript(_ measure: SystemMeasure) -> Directed { directed(measure) ?? Directed(x: 0, y: 0) }

  /// A measure that is one number; nil where it is missing.
  func number(_ measure: SystemMeasure) -> Double? { values(of: measure).first ?? nil }

  init(_ matrix: MassMatrix, ground: MassMatrix?, tolerance: Double, overlappingUnits: Bool) {
    pairs = CommonPairs(matrix, ground: ground)
    let input = SystemMeasure.Input(
      matrix: matrix, transposed: matrix.transposed, tolerance: tolerance, pairs: pairs)
    if overlappingUnits {
      entropyReason =
        "units of one layer overlap each other, so the layers do not divide the same mass; the measures of "
        + "entropy, splits and pairs of people need that, those of pairs of areas do not"
      vMeasure = nil
    } else {
      vMeasure = VMeasure(matrix)
      entropyReason = vMeasure == nil ? "the layers share no mass" : nil
    }
    let arePartitions = entropyReason == nil
    measures = Dictionary(
      uniqueKeysWithValues: SystemMeasure.all.map { measure in
        let isMissing = measure.needsPartition && !arePartitions
        return (measure.name, isMissing ? measure.parts.map { _ in nil } : measure.values(input))
      })
    let count = matrix.xTotals.indices.count { x in
      matrix.row(x).contains { matrix.mutualContainment($0) >= tolerance }
    }
    coterminous = Coterminous(count: count, of: matrix.xTotals.count, tolerance: tolerance)
  }
}
