/// An amount of pounds, exact to the penny.
public struct Money: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// The amount in pence.
  public let pence: Int64

  /// The largest amount read from a file, a hundred thousand million pounds: 90,000 of them still add up
  /// without overflow.
  static let largest: Int64 = 10_000_000_000_000

  /// No money.
  public static let zero = Money(pence: 0)

  /// Makes an amount of pence.
  public init(pence: Int64) { self.pence = pence }

  /// Reads pounds as people write them: `7272297.35`, `£1,234.5`, `-20`. More than two decimals, as
  /// spreadsheets write them, are rounded to the nearest penny, halves away from zero.
  ///
  /// Nil for anything else, and for amounts beyond a hundred thousand million pounds.
  public init?(_ text: String) {
    var utf8 = ArraySlice(text.utf8)
    let isNegative = utf8.first == UInt8(ascii: "-")
    if isNegative { utf8 = utf8.dropFirst() }
    if utf8.starts(with: "£".utf8) { utf8 = utf8.dropFirst("£".utf8.count) }
    guard let digits = NumberText.withoutThousands(Array(utf8)) else { return nil }
    let parts = digits.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), parts.allSatisfy({ $0.allSatisfy(NumberText.isDigit) }) else {
      return nil
    }
    let decimals = parts.count == 2 ? parts[1] : []
    guard !parts[0].isEmpty || !decimals.isEmpty else { return nil }
    var pence: Int64 = 0
    for digit in parts[0] + (decimals + [48, 48]).prefix(2) {
      pence = pence * 10 + Int64(digit - 48)
      guard pence <= Self.largest else { return nil }
    }
    if let third = decimals.dropFirst(2).first, third >= UInt8(ascii: "5") { pence += 1 }
    self.pence = isNegative ? -pence : pence
  }

  /// Pounds with two decimals, `7272297.35`.
  public var description: String { DecimalText.text(units: pence, places: 2) }

  /// The sum of two amounts. Precondition: it fits; ``BetterCareFundPlans`` checks that all its amounts do
  /// together.
  public static func + (a: Money, b: Money) -> Money { Money(pence: a.pence + b.pence) }

  /// The smaller amount is less.
  public static func < (a: Money, b: Money) -> Bool { a.pence < b.pence }
}

extension Sequence<Money> {
  /// The exact sum.
  public func sum() -> Money { reduce(.zero, +) }
}
