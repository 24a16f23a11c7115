/// How coterminous two layers are.
public enum ScoreAnalysis: Analysis {
  /// `score`.
  public static let name = "score"
  /// What it answers.
  public static let summary =
    "How coterminous two layers are: the system, every unit, and the verdicts of policy tests."

  /// Compares the two layers and scores what they share.
  public static func run(
    _ request: ComparisonRequest, in enquiry: Enquiry
  ) throws(FootprintsError) -> ScoreResult {
    let comparison = try enquiry.compare(request)
    let scores = try CoterminosityScores(
      comparison.matrix, x: comparison.x.units, y: comparison.y.units, xRole: comparison.x.role,
      yRole: comparison.y.role, tolerance: request.tolerance,
      overlappingUnits: comparison.hasOverlappingUnits, ground: comparison.ground,
      presets: try enquiry.policyTests(tolerance: request.tolerance, numbers: request.presets))
    let borders =
      request.comparesBorders ? try enquiry.borders(of: comparison.x, and: comparison.y) : nil
    return ScoreResult(
      comparison: comparison, scores: scores, borders: borders, presetNumbers: request.presets)
  }
}
