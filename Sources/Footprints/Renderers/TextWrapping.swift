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

  /// The text in at most `limit` lines of at most `width` characters; long words are broken, and what has no room ends
  /// with "…".
  static func cell(_ text: String, width: Int, limit: Int) -> [String] {
    if text.count <= width { return [text] }
    var lines: [String] = []
    for var line in Self.lines(text, width: width) {
      while line.count > width {
        lines.append(String(line.prefix(width)))
        line = String(line.dropFirst(width))
      }
      lines.append(line)
    }
    guard lines.count > limit else { return lines }
    let last = lines[limit - 1].prefix(width - 1)
    return lines.prefix(limit - 1) + [last + "…"]
  }

  /// The length of the longest word.
  static func longestWord(_ text: String) -> Int {
    text.split(separator: " ").map(\.count).max() ?? 0
  }
}
