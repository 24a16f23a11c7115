extension Money: Codable {
  /// The amounts whose pounds a Double brings back to the penny, below 10^13: decimals of up to 15 digits.
  private static let exactInDouble: UInt64 = 1_000_000_000_000_000

  /// Reads pounds: a number such as `1234.5`, or its text such as `"1234.50"`.
  ///
  /// Nothing is rounded: what is not a whole number of pence is refused, and so is a number of 10^13 pounds or more,
  /// whose pence a decoder may already have lost; as a string, every amount that fits is read exactly.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    func refused(_ amount: String) -> DecodingError {
      .dataCorruptedError(
        in: container,
        debugDescription: "\(amount.printable) is not an amount of pounds with up to two decimals")
    }
    if let text = try? container.decode(String.self) {
      guard let money = Money(exactly: text) else { throw refused("'\(text)'") }
      self = money
      return
    }
    let pounds = try container.decode(Double.self)
    let rounded = (pounds * 100).rounded()
    // A decimal of so few digits is the only one that its nearest Double is the nearest to.
    guard rounded.magnitude < Double(Self.exactInDouble), rounded / 100 == pounds else {
      throw refused("\(pounds)")
    }
    pence = Int64(rounded)
  }

  /// Writes pounds as a number: `1234.5`. From 10^13 pounds upwards, where a Double has no room for the pence, the
  /// exact ``description`` is written as a string.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    if pence.magnitude < Self.exactInDouble {
      try container.encode(Double(pence) / 100)
    } else {
      try container.encode(description)
    }
  }

  /// Reads digits with up to two decimals and a sign in front, of any amount that fits; nil for anything else.
  private init?(exactly text: String) {
    let isNegative = text.hasPrefix("-")
    let parts = text.utf8.dropFirst(isNegative ? 1 : 0)
      .split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count),
      parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy(NumberText.isDigit) })
    else { return nil }
    let decimals = parts.count == 2 ? String(decoding: parts[1], as: UTF8.self) : ""
    guard decimals.count <= 2 else { return nil }
    let whole = String(decoding: parts[0], as: UTF8.self)
    let digits = whole + decimals + String(repeating: "0", count: 2 - decimals.count)
    guard let pence = Int64((isNegative ? "-" : "") + digits) else { return nil }
    self.pence = pence
  }
}
