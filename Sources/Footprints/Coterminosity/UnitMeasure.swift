/// A measure of one unit against the other layer, with what every output says of it.
///
/// One file per measure: the formula as an extension of ``MassMatrix``, and beside it the measure's declaration. It is in
/// JSON, CSV and the data dictionary once it is in ``all``; the report for people shows a choice of columns.
public struct UnitMeasure: Sendable {
  /// What a measure is computed from.
  public struct Input: Sendable {
    /// The shared masses, the unit's layer in rows.
    public let matrix: MassMatrix
    /// The same with the layers exchanged.
    public let transposed: MassMatrix
    /// Whether the entropy measures make sense: whether both layers divide the same mass.
    public let hasEntropy: Bool
  }

  /// The name in outputs, in snake case.
  public let name: String
  /// The words above its column.
  public let title: String
  /// The decimals with which people read it.
  public let decimals: Int
  /// What it says, a phrase.
  public let meaning: String
  /// The measure of every unit of X; nil where it is missing.
  let values: @Sendable (Input) -> [Double?]

  /// A measure of all units at once.
  init(
    _ name: String, title: String, decimals: Int, _ meaning: String,
    ofAll values: @escaping @Sendable (Input) -> [Double?]
  ) {
    self.name = name
    self.title = title
    self.decimals = decimals
    self.meaning = meaning
    self.values = values
  }

  /// A measure by a formula on the matrix in which the unit is one of X.
  init(
    _ name: String, title: String, decimals: Int, _ meaning: String,
    _ formula: @escaping @Sendable (MassMatrix, Int) -> Double
  ) {
    self.init(name, title: title, decimals: decimals, meaning) { input in
      input.matrix.xTotals.indices.map { formula(input.matrix, $0) }
    }
  }

  /// Every measure, in the order of the outputs.
  public static let all: [UnitMeasure] = [
    .effectivePartnersShannon, .effectivePartnersSimpson, .inhomogeneity, .mapcurves, .cornerIndex,
  ]
}
