/// Phrases word by word, those that begin alike sharing their beginning, so that a text is compared with all of them at
/// once: the work is that of its own words, however many phrases there are.
struct PhraseTree: Sendable {
  private struct Node {
    var next: [String: Int] = [:]
    /// Whether a phrase ends here.
    var isEnd = false
  }

  /// No word of a phrase beyond this many is looked at: a cell can hold a book, and a name is shorter.
  static let longest = 64

  private var nodes = [Node()]

  /// Takes the words of each text (`phrase`); a text without words is no phrase.
  init(_ texts: [String]) {
    for text in texts {
      var place = 0
      for word in text.phrase.prefix(Self.longest) {
        if let known = nodes[place].next[word] {
          place = known
          continue
        }
        nodes[place].next[word] = nodes.count
        place = nodes.count
        nodes.append(Node())
      }
      if place != 0 { nodes[place].isEnd = true }
    }
  }

  /// Whether some phrase is the beginning of the words, or they of it. No words are the beginning of nothing.
  func sharesBeginning(with words: [String]) -> Bool {
    guard !words.isEmpty else { return false }
    var place = 0
    for word in words.prefix(Self.longest) {
      guard let next = nodes[place].next[word] else { return false }
      if nodes[next].isEnd { return true }
      place = next
    }
    return true
  }

  /// Whether some phrase is in the words, from any of them on.
  func isIn(_ words: [String]) -> Bool {
    words.indices.contains { start in
      var place = 0
      for word in words[start...] {
        guard let next = nodes[place].next[word] else { return false }
        if nodes[next].isEnd { return true }
        place = next
      }
      return false
    }
  }
}
