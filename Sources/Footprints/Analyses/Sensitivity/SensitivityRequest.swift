/// A question, and what is varied to see which of its conclusions hold.
public struct SensitivityRequest: AnalysisRequest {
  /// What is asked.
  public enum Question: Codable, Sendable, Hashable {
    /// Who overlaps whom.
    case overlap(ComparisonRequest)
    /// How coterminous two layers are.
    case score(ComparisonRequest)
    /// What a trust's change touches.
    case impact(ImpactAnalysis.Request)
    /// One organisation against every tier.
    case profile(ProfileAnalysis.Request)
  }

  /// What is asked, as the others are compared with.
  public var question: Question
  /// What it is asked again with, one at a time; everything that there are data for when empty.
  public var vary: [Setting]

  /// A question, varied.
  public init(_ question: Question, vary: [Setting] = []) {
    self.question = question
    self.vary = vary
  }

  private var request: any AnalysisRequest {
    switch question {
    case .overlap(let request), .score(let request): request
    case .impact(let request): request
    case .profile(let request): request
    }
  }

  /// The layers of the question.
  public var layers: [String] { request.layers }

  /// Refuses what the question refuses.
  public func validate() throws(FootprintsError) { try request.validate() }

  private enum CodingKeys: String, CodingKey { case question, vary }

  /// Reads a request; only `question` is needed.
  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    self.init(try values.decode(Question.self, forKey: .question))
    try values.update(&vary, .vary)
  }
}
