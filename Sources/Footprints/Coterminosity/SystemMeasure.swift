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
    /// Which units have anything in common.
    public let pairs: CommonPairs
  }

  /// One of the numbers of a measure.
  public struct Part: Sendable {
    /// The name in outputs, in snake case; empty where the measure is a single number.
    public let name: String
    /// What it says, a phrase.
    public let meaning: String
    /// Whether it is a number of things.
    public var isCount = false
  }

  /// The name in outputs, in snake case.
  public let name: String
  /// What it says, a phrase with its source.
  public let meaning: String
  /// Its numbers: one without a name, or several with names.
  public let parts: [Part]
  /// Whether it makes sense only where both layers divide the same mass, as overlapping catchments do not.
  public let needsPartition: Bool
  /// Its numbers in the order of the parts; nil for one that is missing.
  let values: @Sendable (Input) -> [Double?]

  /// A measure of any numbers.
  init(
    _ name: String, parts: [Part], _ meaning: String, needsPartition: Bool = false,
    _ values: @escaping @Sendable (Input) -> [Double?]
  ) {
    self.name = name
    self.meaning = meaning
    self.parts = parts
    self.needsPartition = needsPartition
    self.values = values
  }

  /// A measure that each layer has towards the other, by a formula on the matrix in which it is X.
  init(
    _ name: String, directions: (x: String, y: String) = ("x", "y"), _ meaning: String,
    needsPartition: Bool = false, _ formula: @escaping @Sendable (MassMatrix, _ tolerance: Double) -> Double
  ) {
    self.init(
      name,
      parts: [
        Part(name: directions.x, meaning: "of X towards Y"),
        Part(name: directions.y, meaning: "of Y towards X"),
      ], meaning, needsPartition: needsPartition
    ) { input in [formula(input.matrix, input.tolerance), formula(input.transposed, input.tolerance)] }
  }

  /// A measure that is one number for both layers, and makes sense only where they divide the same mass.
  init(ofPartitions name: String, _ meaning: String, _ formula: @escaping @Sendable (MassMatrix) -> Double) {
    self.init(name, parts: [Part(name: "", meaning: meaning)], meaning, needsPartition: true) { input in
      [formula(input.matrix)]
    }
  }

  /// Every measure, in the order of the outputs.
  public static let all: [SystemMeasure] = [
    .degreeOfFit, .degreeOfHierarchy, .weightedBestJaccard, .mapcurves, .uncoveredShare, .sliverShare,
    .conditionalEntropy, .variationOfInformation, .variationOfInformationNormalised, .effectiveSplits,
    .squareRootEntropy, .splitPairs, .rand, .adjustedRand, .goodmanKruskal, .splits, .intersections,
  ]
}
