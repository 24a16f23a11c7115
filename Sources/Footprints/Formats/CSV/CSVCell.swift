/// The text of one cell where it is in the file, without padding and quotes.
struct CSVCell {
  let start: UnsafePointer<UInt8>
  let count: Int
  /// Whether quotes in it are written twice.
  var hasDoubledQuotes = false

  private var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: start, count: count) }

  /// The text without padding inside its quotes either. Text that is not UTF-8 is read as Windows-1252, and
  /// `isRecovered` is set.
  func text(_ isRecovered: inout Bool) -> String {
    var (first, last) = (0, count)
    func isPadding(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
    while first < last, isPadding(start[first]) { first += 1 }
    while last > first, isPadding(start[last - 1]) { last -= 1 }
    let plain = UnsafeBufferPointer(rebasing: bytes[first..<last])
    if !hasDoubledQuotes, let text = String(validating: plain, as: UTF8.self) { return text }
    var unescaped: [UInt8] = []
    var index = 0
    while index < plain.count {
      unescaped.append(plain[index])
      index += hasDoubledQuotes && plain[index] == UInt8(ascii: "\"") ? 2 : 1
    }
    if let text = String(validating: unescaped, as: UTF8.self) { return text }
    isRecovered = true
    return String(decoding: CSVEncoding.windows1252(unescaped), as: UTF8.self)
  }

  /// What a cell holds where a number is expected.
  enum Number {
    case number(Double)
    /// Nothing, or a word for it.
    case none
    case other
  }

  /// A decimal number, with thousands separated or not.
  var number: Number {
    if count == 0 { return .none }
    if let plain = plainNumber { return .number(plain) }
    var isRecovered = false
    let text = text(&isRecovered)
    if text.isEmpty || Self.words.contains(text.lowercased()) { return .none }
    return NumberText.double(text).map { .number($0) } ?? .other
  }

  /// What programs write where there is no number.
  private static let words: Set<String> = [
    "na", "n/a", "#n/a", "nan", "null", "none", "nil", "-", "--", ".", "\\n",
  ]

  /// A number of few digits without anything that needs a second look, correctly rounded; nil for any other.
  private var plainNumber: Double? {
    var index = 0
    let isNegative = start[0] == UInt8(ascii: "-")
    if isNegative { index = 1 }
    guard index < count, count - index <= 20 else { return nil }
    var digits: UInt64 = 0
    var places = -1
    let first = index
    while index < count {
      let digit = UInt64(start[index] &- 0x30)
      if digit <= 9 {
        digits = digits &* 10 &+ digit
        if places >= 0 { places += 1 }
      } else if start[index] == UInt8(ascii: "."), places < 0, index > first, index + 1 < count {
        places = 0
      } else {
        return nil
      }
      index += 1
    }
    // Nineteen digits fit; more would have wrapped.
    guard count - first - (places >= 0 ? 1 : 0) <= 19 else { return nil }
    return DecimalNumber.fast(digits, -max(0, places)).map { isNegative ? -$0 : $0 }
  }
}
