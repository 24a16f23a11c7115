/// What the words of planning workbooks mean: which heading names which column, which line of income is which kind of
/// contribution, which type of scheme belongs to which family.
///
/// The wording moves from year to year, and no filled workbook is public: the list that comes with the program is a table as a
/// package can have one (role `bcf-words`), which takes its place. What nobody has checked against a published template says so.
package struct PlanningWords: Sendable {
  /// What an entry is about.
  package enum Subject: String, Sendable, CaseIterable {
    /// A heading of the columns of expenditure.
    case expenditure
    /// A heading of the columns of metrics.
    case metrics
    /// A heading of the columns of conditions.
    case conditions
    /// A heading of the people who sign.
    case signature
    /// A label of the cover.
    case cover
    /// A kind of contribution, and a source of funding.
    case contribution
    /// A type of scheme, by its family.
    case type
    /// A metric.
    case metric
    /// A national condition.
    case condition
    /// A role of those who sign.
    case role
    /// A heading of required spending.
    case required
  }

  /// One entry: words and what they mean.
  package struct Entry: Sendable, Equatable {
    /// What it is about.
    package let subject: Subject
    /// The meaning, a name of ours.
    package let meaning: String
    /// The words, as workbooks have them.
    package let words: String
    /// The years of plans that have them, as `2023-24`, several joined by `;`; empty for any.
    package let years: String
    /// Whether somebody has checked them against a published source.
    package let isVerified: Bool
  }

  /// The entries, in the order of the table.
  package let entries: [Entry]
  private var exact: [Subject: [[String]: Int]] = [:]
  /// The phrases of each subject by their first words, the longest first.
  private var phrases: [Subject: [String: [(words: [String], entry: Int)]]] = [:]

  /// The list that comes with the program.
  package static let standard = PlanningWords(StandardPlanningWords.entries)

  /// Puts entries together. Of two with the same words the first counts.
  package init(_ entries: [Entry]) {
    self.entries = entries
    for (place, entry) in entries.enumerated() {
      let words = entry.words.phrase
      if words.isEmpty { continue }
      if exact[entry.subject, default: [:]][words] == nil {
        exact[entry.subject, default: [:]][words] = place
      }
      phrases[entry.subject, default: [:]][words[0], default: []].append((words, place))
    }
    for (subject, lists) in phrases {
      phrases[subject] = lists.mapValues { list in
        list.sorted { ($1.words.count, $0.entry) < ($0.words.count, $1.entry) }
      }
    }
  }

  /// Reads a table of role `bcf-words`: subject, meaning, words, years, verified. Throws `badData` for a missing column, and
  /// for a subject that is none.
  package init(_ table: CSVTable) throws(FootprintsError) {
    let subject = try table.requiredColumn(named: "subject")
    let meaning = try table.requiredColumn(named: "meaning")
    let words = try table.requiredColumn(named: "words")
    let years = table.column(named: "years", "year")
    let verified = table.column(named: "verified")
    var entries: [Entry] = []
    for row in 0..<table.count {
      guard let known = Subject(rawValue: table.word(row, subject).lowercased()) else {
        throw table.failure(
          "there is no subject '\(table.word(row, subject))'", row: row,
          remedy: "There are: \(Subject.allCases.map(\.rawValue).joined(separator: ", ")).")
      }
      for part in table.word(row, words).listParts {
        entries.append(
          Entry(
            subject: known, meaning: table.word(row, meaning), words: part, years: table.word(row, years),
            isVerified: ["true", "yes", "1"].contains(table.word(row, verified).lowercased())))
      }
    }
    self.init(entries)
  }

  /// What a text means; nil where no entry has its words.
  ///
  /// The whole text counts before its beginning, and that before a part of it; the longest words count. A part must be two words
  /// at least, and the text short: a note that mentions a thing is no heading of it.
  package func meaning(of text: String, _ subject: Subject) -> String? {
    guard text.utf8.count <= 240 else { return nil }
    return meaning(of: text.phrase, subject)
  }

  /// The same of the words of a text (`phrase`).
  func meaning(of phrase: [String], _ subject: Subject) -> String? {
    var words = phrase[...]
    // Headings are numbered in some years: "4. Scheme Type".
    if words.count > 1, let first = words.first, first.count <= 2, Int(first) != nil { words.removeFirst() }
    guard let first = words.first, let known = phrases[subject] else { return nil }
    if let place = exact[subject]?[Array(words)] { return entries[place].meaning }
    if let found = known[first]?.first(where: { words.starts(with: $0.words) }) {
      return entries[found.entry].meaning
    }
    guard words.count <= 12 else { return nil }
    var best: (length: Int, entry: Int)?
    for start in words.indices.dropFirst() {
      for (part, entry) in known[words[start]] ?? []
      where part.count > 1 && part.count > best?.length ?? 0 && words[start...].starts(with: part) {
        best = (part.count, entry)
      }
    }
    return best.map { entries[$0.entry].meaning }
  }
}

/// Meanings of the texts of one workbook, each looked up once: most cells of a column say one of a few things.
final class MeaningMemo {
  private let words: PlanningWords
  private var known: [PlanningWords.Subject: [String: String?]] = [:]
  private var phrases: [String: [String]] = [:]

  init(_ words: PlanningWords) { self.words = words }

  /// What a text means; nil where no entry has its words.
  func meaning(of text: String, _ subject: PlanningWords.Subject) -> String? {
    guard text.utf8.count <= 240 else { return nil }
    if let meaning = known[subject]?[text] { return meaning }
    let phrase = phrases[text] ?? text.phrase
    phrases[text] = phrase
    let meaning = words.meaning(of: phrase, subject)
    known[subject, default: [:]][text] = .some(meaning)
    return meaning
  }
}
