/// Whether a scheme implements a process, and why.
///
/// A scheme matches by the number of a High Impact Change, by its type, or by both. Types match when one is
/// the beginning of the other, word by word, whatever the case and punctuation: "Intermediate Care" matches
/// "Intermediate Care Services".
///
/// The type "HICM for Managing Transfer of Care" is different: it only says that the scheme implements some
/// High Impact Change. A trusted assessor scheme (change 6) of that type is not touched by a change to
/// discharge to assess (change 4), so where such a scheme gives its numbers, they decide. Where it gives
/// none it may implement any change, and matches by its type, so that nobody is left out unasked.
struct SchemeMatch {
  /// The reasons in words: `hicm 4`, `type Intermediate Care Services`.
  let reasons: [String]

  /// Nil where the scheme does not match.
  init?(_ scheme: BetterCareFundPlan.Scheme, _ process: ProcessChange) {
    let common = scheme.changes.filter(process.changes.contains)
    var reasons: [String] = []
    if !common.isEmpty { reasons.append("hicm " + common.map(String.init).joined(separator: ";")) }
    let type = scheme.type.phrase
    let isHighImpact = type.starts(with: ["hicm"])
    let numbersDecide = isHighImpact && !scheme.changes.isEmpty && common.isEmpty
    if !type.isEmpty, !numbersDecide,
      process.schemeTypes.contains(where: {
        let wanted = $0.phrase
        return !wanted.isEmpty && (type.starts(with: wanted) || wanted.starts(with: type))
      })
    {
      reasons.append("type \(scheme.type)")
    }
    guard !reasons.isEmpty else { return nil }
    self.reasons = reasons
  }
}

extension ProcessChange {
  /// Whether a metric of a plan is one that the process concerns: the words of the process's metric are
  /// together in it ("length of stay" in "length of stay 21 days or more"). The abbreviations DTOC and NEA
  /// mean the same as their full names.
  func concerns(_ metric: BetterCareFundPlan.Metric) -> Bool {
    let words = metric.metric.phrase
    return metrics.contains { name in
      let wanted = name.phrase
      guard !wanted.isEmpty, wanted.count <= words.count else { return false }
      return (0...(words.count - wanted.count)).contains { words[$0...].starts(with: wanted) }
    }
  }
}

extension String {
  /// The words in lower case without punctuation, "&" as "and", with the long forms of the field's
  /// abbreviations replaced by the short ones.
  var phrase: [String] {
    var words: [String] = []
    var word = ""
    for scalar in lowercased().unicodeScalars {
      // Unicode properties are slow, and nearly every scalar is ASCII.
      let isWord =
        scalar.isASCII
        ? ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar)
        : scalar.properties.isAlphabetic || scalar.properties.numericType != nil
      if isWord {
        word.unicodeScalars.append(scalar)
        continue
      }
      if !word.isEmpty { words.append(word) }
      word = ""
      if scalar == "&" { words.append("and") }
    }
    if !word.isEmpty { words.append(word) }
    // One pass, each place compared with a few short phrases: a cell of a million words stays harmless.
    var short: [String] = []
    var place = 0
    while place < words.count {
      if let (long, abbreviation) = abbreviations.first(where: { words[place...].starts(with: $0.0) }) {
        short.append(abbreviation)
        place += long.count
      } else {
        short.append(words[place])
        place += 1
      }
    }
    return short
  }
}

private let abbreviations: [([String], String)] = [
  (["high", "impact", "change", "model"], "hicm"),
  (["delayed", "transfers", "of", "care"], "dtoc"),
  (["delayed", "transfer", "of", "care"], "dtoc"),
  (["non", "elective", "admissions"], "nea"),
  (["disabled", "facilities", "grant"], "dfg"),
]
