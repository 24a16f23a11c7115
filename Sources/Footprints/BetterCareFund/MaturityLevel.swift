/// How far a scheme has come in the High Impact Change Model.
///
/// Local Government Association and partners, "Managing transfers of care: a High Impact Change Model" (2015).
public enum MaturityLevel: Int, Sendable, CaseIterable, Comparable {
  /// Nothing is agreed.
  case notYetEstablished = 1
  /// It is planned.
  case plansInPlace
  /// It runs.
  case established
  /// It runs everywhere, and is improved by what is measured.
  case mature
  /// Others learn from it.
  case exemplary

  /// Reads a level as files write it, whatever the letter case, spaces and punctuation: `plansInPlace`, "Plans in place". Nil for
  /// any other word.
  public init?(_ text: String) {
    let letters = text.lowercased().filter(\.isLetter)
    guard let level = Self.allCases.first(where: { "\($0)".lowercased() == letters }) else { return nil }
    self = level
  }

  /// The level in words: "plans in place".
  public var words: String { Wording.spacedWords("\(self)") }

  /// The mean of levels in words: "mature", "between plans in place and established".
  static func words(mean: Double) -> String {
    let lower = mean.rounded(.down)
    guard let level = Self(rawValue: Int(lower)) else { return "unknown" }
    guard mean > lower, let next = Self(rawValue: level.rawValue + 1) else { return level.words }
    return "between \(level.words) and \(next.words)"
  }

  /// The less far one is less.
  public static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
}
