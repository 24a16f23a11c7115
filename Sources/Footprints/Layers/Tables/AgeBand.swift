/// The ages that words such as "0-15", "Under 16", "65+" or ">64" are about, in whole years.
enum AgeBand {
  /// From the youngest to the oldest; nil where the words name no ages, or none that anybody has.
  static func ages(in words: String) -> ClosedRange<Int>? {
    let text = words.lowercased()
    let digits = text.split { !($0.isASCII && $0.isNumber) }
    let numbers = digits.compactMap { Int($0) }
    guard let first = digits.first, let last = digits.last, numbers.count == digits.count, numbers.count <= 2
    else { return nil }
    let (before, after) = (text[..<first.startIndex], text[last.endIndex...])
    if numbers.count == 2 {
      // "16 to under 65" ends before its last number.
      let between = text[first.endIndex..<last.startIndex]
      let isBelow = isLess(between) && !isInclusive(between)
      return range(numbers[0], isBelow ? numbers[1] - 1 : numbers[1])
    }
    let number = numbers[0]
    if isLess(before) { return range(0, isInclusive(before) ? number : number - 1) }
    if before.contains("up to") || isLess(after) { return range(0, number) }
    if isMore(before) {
      // A file may hold any integer.
      return isInclusive(before) ? number...Int.max : number < Int.max ? (number + 1)...Int.max : nil
    }
    return number...(isMore(after) ? Int.max : number)
  }

  private static func range(_ from: Int, _ to: Int) -> ClosedRange<Int>? { from <= to ? from...to : nil }

  private static func isLess(_ words: Substring) -> Bool {
    ["under", "below", "less", "younger", "<", "\u{2264}"].contains { words.contains($0) }
  }

  private static func isMore(_ words: Substring) -> Bool {
    ["over", "above", "more", "older", "plus", "+", ">", "\u{2265}"].contains { words.contains($0) }
  }

  private static func isInclusive(_ words: Substring) -> Bool {
    ["=", "equal", "\u{2264}", "\u{2265}"].contains { words.contains($0) }
  }
}
