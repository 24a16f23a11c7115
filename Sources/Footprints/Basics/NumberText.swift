/// Numbers as people write them in tables.
enum NumberText {
  /// A finite decimal number, with or without thousands separators (`10,261`); nil for anything else,
  /// including `nan`, `inf`, hexadecimal and numbers too large for a Double.
  static func double(_ text: String) -> Double? {
    var hasThousands = false
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "+"),
        UInt8(ascii: "e"), UInt8(ascii: "E"):
        continue
      case UInt8(ascii: ","): hasThousands = true
      default: return nil
      }
    }
    var digits = text
    if hasThousands {
      guard let plain = withoutThousands(Array(text.utf8)) else { return nil }
      digits = String(decoding: plain, as: UTF8.self)
    }
    guard let number = Double(digits), number.isFinite else { return nil }
    return number
  }

  /// The text without its thousands separators; nil where a comma is anywhere but before groups of
  /// three digits.
  static func withoutThousands(_ text: [UInt8]) -> [UInt8]? {
    guard text.contains(UInt8(ascii: ",")) else { return text }
    let whole = text.prefix { $0 != UInt8(ascii: ".") }
    let rest = text[whole.endIndex...]
    guard !rest.contains(UInt8(ascii: ",")) else { return nil }
    let groups = whole.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
    let first = groups[0].drop { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "+") }
    guard (1...3).contains(first.count), first.allSatisfy(isDigit),
      groups.dropFirst().allSatisfy({ $0.count == 3 && $0.allSatisfy(isDigit) })
    else { return nil }
    return groups.flatMap { $0 } + rest
  }

  static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
}
