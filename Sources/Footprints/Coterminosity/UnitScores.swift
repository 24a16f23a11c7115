/// How one unit of a layer relates to the other layer.
public struct UnitScores: Sendable, Equatable {
  /// Which of the two layers a unit belongs to.
  public enum Side: String, Sendable {
    /// The first layer.
    case x
    /// The second layer.
    case y
  }

  /// The unit's layer.
  public let side: Side
  /// The unit's code and name.
  public let unit: NamedCode
  /// Its own mass.
  public let mass: Double
  /// The share of its mass in no unit of the other layer, 0...1; 0 where it has no mass.
  public let uncoveredShare: Double
  /// The share of its mass in slivers, which are neither counted nor uncovered, 0...1; 0 where it has no mass.
  public let sliverShare: Double
  /// The unit of the other layer that holds the largest share of it; if several are equal, the first by code.
  public let bestPartner: NamedCode?
  /// The share of this unit that lies in the best partner, 0...1; 0 without one.
  public let bestShare: Double
  /// The best Jaccard index with any unit of the other layer, 0...1.
  public let bestJaccard: Double
  /// How many units of the other layer share mass with it.
  public let partners: Int
  /// The verdict of each preset that applies, in the order of the presets.
  public let verdicts: [Verdict]
  /// The share of its mass in small areas that a border divides, 0...1; nil where nobody worked it out.
  var dividedShare: Double?

  /// Whether a unit meets a preset.
  public struct Verdict: Sendable, Equatable {
    /// The preset's name.
    public let preset: String
    /// Whether its rule is met.
    public let isMet: Bool
    /// The number that the rule asks about, such as the largest share of the unit in one partner.
    public let value: Double
    /// The number at which the verdict changes; nil where there are two.
    public let limit: Double?
  }

  /// Whether it meets a preset; nil where the preset does not apply.
  public func meets(_ preset: String) -> Bool? { verdicts.first { $0.preset == preset }?.isMet }

  private let measures: [String: Double]

  /// A measure of the unit; nil where it is missing.
  public subscript(_ measure: UnitMeasure) -> Double? { measures[measure.name] }

  /// The scores of the units of X of a matrix, in its order.
  static func rows(
    of matrix: MassMatrix, side: Side, units: [NamedCode], partners: [NamedCode], presets: [PolicyPreset],
    entropy: Bool
  ) -> [UnitScores] {
    let input = UnitMeasure.Input(matrix: matrix, transposed: matrix.transposed, hasEntropy: entropy)
    let measures = UnitMeasure.all.map { (name: $0.name, values: $0.values(input)) }
    return units.indices.map { x in
      var best: MassMatrix.Cell?
      for cell in matrix.row(x) where cell.mass > (best?.mass ?? 0) { best = cell }
      let verdicts = presets.map {
        Verdict(
          preset: $0.name, isMet: $0.verdict(onRow: x, of: matrix),
          value: $0.rule.value(onRow: x, of: matrix),
          limit: $0.rule.limit)
      }
      var own: [String: Double] = [:]
      for measure in measures { own[measure.name] = measure.values[x] }
      return UnitScores(
        side: side, unit: units[x], mass: matrix.xTotals[x],
        uncoveredShare: ratio(matrix.xUncovered(x), matrix.xTotals[x]),
        sliverShare: ratio(matrix.xSetAside[x], matrix.xTotals[x]),
        bestPartner: best.map { partners[$0.y] }, bestShare: best.map(matrix.xShare) ?? 0,
        bestJaccard: matrix.xBestJaccard(x), partners: matrix.row(x).count, verdicts: verdicts,
        measures: own)
    }
  }
}
