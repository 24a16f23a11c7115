/// Lines of a width, broken between words.
enum TextWrapping {
  /// The text in lines of at most `width` characters, the first after `first` and the others after `rest`, which count.
  /// A word that is longer than a line has one of its own. Nil for no limit.
  static func lines(_ text: String, width: Int?, first: String = "", rest: String = "") -> [String] {
    guard let width, first.count + text.count > width else { return [first + text] }
    var lines: [String] = []
    var line = first
    var isEmpty = true
    for word in text.split(separator: " ", omittingEmptySubsequences: true) {
      if !isEmpty, line.count + 1 + word.count > width {
        lines.append(line)
        line = rest
        isEmpty = true
      }
      line += (isEmpty ? "" : " ") + word
      isEmpty = false
    }
    return lines + [line]
  }

  /// The text in at most `limit` lines of at most `width` characters; words break after a slash, then anywhere, and what
  /// has no room ends with "…".
  static func cell(_ text: String, width: Int, limit: Int) -> [String] {
    if text.count <= width { return [text] }
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ", omittingEmptySubsequences: true) {
      for (place, piece) in pieces(of: word, width: width).enumerated() {
        let gap = place == 0 && !line.isEmpty ? " " : ""
        if line.count + gap.count + piece.count > width {
          lines.append(line)
          line = String(piece)
        } else {
          line += gap + piece
        }
      }
    }
    lines.append(line)
    guard lines.count > limit else { return lines }
    let last = lines[limit - 1].prefix(width - 1)
    return lines.prefix(limit - 1) + [last + "…"]
  }

  /// A word in pieces of at most `width` characters: in one where it fits, else after each slash, else where it must.
  private static func pieces(of word: Substring, width: Int) -> [Substring] {
    if word.count <= width { return [word] }
    var pieces: [Substring] = []
    var rest = word
    while !rest.isEmpty {
      let end = rest.firstIndex(of: "/").map { rest.index(after: $0) } ?? rest.endIndex
      var part = rest[..<end]
      rest = rest[end...]
      while part.count > width {
        pieces.append(part.prefix(width))
        part = part.dropFirst(width)
      }
      if !part.isEmpty { pieces.append(part) }
    }
    return pieces
  }

  /// The length of the longest word; one with a slash can break there.
  static func longestWord(_ text: String) -> Int {
    text.split(separator: " ").map { word in
      word.split(separator: "/").map { $0.count + ($0.endIndex < word.endIndex ? 1 : 0) }.max() ?? word.count
    }.max() ?? 0
  }
}
