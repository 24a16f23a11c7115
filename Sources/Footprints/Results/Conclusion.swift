/// A statement of a result that somebody may act on, so that two answers can be compared statement by statement.
public struct Conclusion: Sendable {
  /// What kind of statement it is: `best_partner`, `verdict`, `touched`.
  public let kind: String
  /// What tells it from others of its kind about the same: the name of a policy test, the role of a tier; empty where nothing does.
  public let detail: String
  /// Who it is about.
  public let subject: NamedCode
  /// Who else it is about; nil for nobody.
  public var other: NamedCode?
  /// The answer, the same in two runs or not: a code, `yes`, `overlaps`, a number of things.
  public let answer: String
  /// The answer as people read it.
  public let words: String
  /// The number behind it; nil where there is none.
  public var value: Double?
  /// The number at which the answer changes; nil where there is none.
  public var limit: Double?
  /// Between which values the number lies, as far as small areas that a border divides and flows that are not told leave
  /// it open; nil where that is not known.
  public var reach: ClosedRange<Double>?
  /// The people, patients or square metres that it is about; nil where that is not known.
  public var mass: Double?
  /// The answer of a run that has no such statement; nil where such runs say nothing about it.
  public var absent: String?

  /// Puts a statement together.
  public init(
    _ kind: String, _ detail: String = "", of subject: NamedCode, answer: String, words: String? = nil
  ) {
    (self.kind, self.detail, self.subject, self.answer) = (kind, detail, subject, answer)
    self.words = words ?? answer
  }

  /// Whether the answer could be another within what is left open.
  public var isWithinReach: Bool {
    guard let reach, let limit, let value, reach.lowerBound < reach.upperBound else { return false }
    return value >= limit ? reach.lowerBound < limit : reach.upperBound >= limit
  }

  /// What tells a statement from all others of a result.
  struct Key: Hashable {
    let kind: String
    let detail: String
    let subject: String
    let other: String?
  }

  var key: Key { Key(kind: kind, detail: detail, subject: subject.code, other: other?.code) }
}

/// A result with statements that can be compared with those of another answer to the same question.
public protocol ConcludingResult: AnalysisResult {
  /// The statements.
  var conclusions: [Conclusion] { get }
  /// What shares are of.
  var countedUnit: MassUnit { get }
  /// What it was made by, defaults filled in.
  var settings: [Setting] { get }
  /// Whether it says anything about a policy test, tier or side; where it does not, a missing statement is no answer.
  func speaks(of detail: String) -> Bool
}

extension ConcludingResult {
  /// It does.
  public func speaks(of detail: String) -> Bool { true }
}
