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
