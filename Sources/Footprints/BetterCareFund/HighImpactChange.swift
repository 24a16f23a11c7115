/// The changes of the High Impact Change Model, by the words that sub-types of schemes have for them ("Chg 4. Home
/// First / Discharge to Assess").
///
/// Local Government Association and partners, "Managing transfers of care: a High Impact Change Model" (2015; the ninth
/// change, housing, since 2020).
enum HighImpactChange {
  /// The numbers there are.
  static let all = 1...9

  private static let names: [(number: Int, phrases: [[String]])] = [
    (1, [["early", "discharge", "planning"]]),
    (2, [["patient", "flow"]]),
    (3, [["multi", "disciplinary"], ["multidisciplinary"], ["discharge", "teams"]]),
    (4, [["home", "first"], ["discharge", "to", "assess"], ["d2a"]]),
    (5, [["seven", "day"], ["7", "day"]]),
    (6, [["trusted", "assessor"], ["trusted", "assessors"], ["trusted", "assessment"]]),
    (7, [["choice"]]),
    (8, [["care", "homes"], ["care", "home"]]),
    (9, [["housing"]]),
  ]

  /// The numbers of the changes that a sub-type names, by number ("Chg 4", "Change 4") or else by words; none where it
  /// names none.
  static func numbers(in subtype: String) -> [Int] {
    let words = subtype.phrase
    for (word, next) in zip(words, words.dropFirst()) where ["chg", "change", "hicm"].contains(word) {
      if let number = Int(next), all.contains(number) { return [number] }
    }
    return names.filter { _, phrases in
      phrases.contains { phrase in
        words.count >= phrase.count
          && (0...(words.count - phrase.count)).contains { words[$0...].starts(with: phrase) }
      }
    }.map(\.number)
  }
}
