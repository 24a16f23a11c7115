/// A measure of two layers as a whole, with what every output says of it.
///
/// One file per measure: the formula as an extension of ``MassMatrix``, and beside it the measure's declaration. It is in
/// the JSON and the data dictionary once it is in ``all``; the report for people says it in sentences of its own.
public struct SystemMeasure: Sendable {
  /// What a measure is computed from.
  public struct Input: Sendable {
    /// The shared masses, X in rows.
    public let matrix: MassMatrix
    /// The same with the layers exchanged.
    public let transposed: MassMatrix
    /// The share at or above which a unit counts as wholly inside another.
    public let tolerance: Double
  }

  /// The name in outputs, in snake case.
  public let name: String
  /// The names of its two directions in outputs: of X towards Y, and of Y towards X.
  public let directions: (x: String, y: String)
  /// What it says, a phrase with its source.
  public let meaning: String
  let value: @Sendable (Input) -> SystemScores.Directed

  /// A measure that each layer has towards the other, by a formula on the matrix in which it is X.
  init(
    _ name: String, directions: (x: String, y: String) = ("x", "y"), _ meaning: String,
    _ formula: @escaping @Sendable (MassMatrix, _ tolerance: Double) -> Double
  ) {
    self.name = name
    self.directions = directions
    self.meaning = meaning
    value = { input in
      SystemScores.Directed(
        x: formula(input.matrix, input.tolerance), y: formula(input.transposed, input.tolerance))
    }
  }

  /// Every measure, in the order of the outputs.
  public static let all: [SystemMeasure] = [
    .degreeOfFit, .degreeOfHierarchy, .weightedBestJaccard, .mapcurves, .uncoveredShare, .sliverShare,
  ]
}
