/// The names that someone who typed `text` may have meant, the likeliest first, at most `limit`.
///
/// A name that contains the text, or is contained in it, comes first; then names within a third of the
/// text's length in edits (Damerau-Levenshtein, restricted: insert, delete, replace, exchange neighbours).
/// Letter case does not matter.
package func nearestNames(to text: String, among names: some Sequence<String>, limit: Int = 3) -> [String] {
  // Longer names are compared by their beginning: the cost is the product of the lengths.
  let wanted = Array(text.lowercased().unicodeScalars.prefix(80))
  guard !wanted.isEmpty else { return [] }
  let allowed = max(2, wanted.count / 3)
  var seen: Set<String> = []
  var found: [(distance: Int, name: String)] = []
  for name in names where seen.insert(name).inserted {
    let candidate = Array(name.lowercased().unicodeScalars.prefix(80))
    guard !candidate.isEmpty else { continue }
    // Containing fewer than three characters says nothing.
    let contained =
      min(candidate.count, wanted.count) >= 3 && (holds(candidate, wanted) || holds(wanted, candidate))
    let distance = contained ? 0 : editDistance(wanted, candidate, atMost: allowed)
    if distance <= allowed { found.append((distance, name)) }
  }
  found.sort { ($0.distance, $0.name.utf8.count, $0.name) < ($1.distance, $1.name.utf8.count, $1.name) }
  return found.prefix(limit).map(\.name)
}

/// The name that a word is a slip of the pen for: one edit away, or two in words of more than five letters, or the same
/// except for an ending such as a plural. Nil for words too short to judge.
package func misspelling(of word: String, among names: [String]) -> String? {
  let wanted = Array(word.lowercased().unicodeScalars.prefix(80))
  guard wanted.count >= 3 else { return nil }
  let allowed = wanted.count > 5 ? 2 : wanted.count > 3 ? 1 : 0
  return names.first { name in
    let candidate = Array(name.lowercased().unicodeScalars)
    let isEnding =
      abs(candidate.count - wanted.count) <= 2
      && (candidate.starts(with: wanted) || wanted.starts(with: candidate))
    return candidate != wanted && (isEnding || editDistance(wanted, candidate, atMost: allowed) <= allowed)
  }
}

/// The sentence that offers the nearest names, or lists the first of all names when none is near.
package func suggestion(for text: String, among names: [String], kind: String) -> String {
  let near = nearestNames(to: text, among: names)
  if !near.isEmpty { return "Did you mean \(CodeList(near, joinedBy: nil))?" }
  guard !names.isEmpty else { return "There are no \(kind)." }
  return "The \(kind) are: \(CodeList(names, limit: 12, joinedBy: nil))."
}

private func holds(_ text: [Unicode.Scalar], _ part: [Unicode.Scalar]) -> Bool {
  guard part.count <= text.count else { return false }
  return (0...(text.count - part.count)).contains { text[$0..<($0 + part.count)].elementsEqual(part) }
}

/// The number of edits from one text to another, or any number above `limit` once that is exceeded.
private func editDistance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar], atMost limit: Int) -> Int {
  guard abs(a.count - b.count) <= limit else { return limit + 1 }
  guard !a.isEmpty, !b.isEmpty else { return max(a.count, b.count) }
  var beforeLast = [Int](repeating: 0, count: b.count + 1)
  var last = Array(0...b.count)
  for i in 1...a.count {
    var current = [Int](repeating: i, count: b.count + 1)
    for j in 1...b.count {
      var best = min(last[j] + 1, current[j - 1] + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1))
      if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] { best = min(best, beforeLast[j - 2] + 1) }
      current[j] = best
    }
    if current.min() ?? 0 > limit { return limit + 1 }
    (beforeLast, last) = (last, current)
  }
  return last[b.count]
}
