#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Decimal text to the nearest double, ties to even, for any number of digits.
///
/// Three ways, each exact. Few digits: an integer below 2^53 times or over a power of ten up to 10^22, both
/// exact doubles, so that the one operation rounds once (Clinger, "How to read floating point numbers
/// accurately", PLDI 1990). Up to 19 digits over a power of ten below 2^64, which is every coordinate that a
/// program has printed: one 128-bit by 64-bit division, whose remainder decides the rounding. All else:
/// the C library.
enum DecimalNumber {
  /// 10^0 ... 10^22, all exact in a double.
  static let powers: [Double] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18,
    1e19, 1e20, 1e21, 1e22,
  ]

  /// 10^0 ... 10^19, all below 2^64.
  static let integerPowers: [UInt64] = [
    1, 10, 100, 1000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000, 10_000_000_000,
    100_000_000_000, 1_000_000_000_000, 10_000_000_000_000, 100_000_000_000_000, 1_000_000_000_000_000,
    10_000_000_000_000_000, 100_000_000_000_000_000, 1_000_000_000_000_000_000, 10_000_000_000_000_000_000,
  ]

  /// `digits` x 10^`exponent`, correctly rounded; nil when neither of the fast ways is exact.
  @inline(__always)
  static func fast(_ digits: UInt64, _ exponent: Int) -> Double? {
    if digits <= 1 << 53, exponent >= -22, exponent <= 22 {
      let value = Double(digits)
      return exponent < 0 ? value / powers[-exponent] : value * powers[exponent]
    }
    if exponent < 0, exponent >= -19 { return quotient(digits, integerPowers[-exponent]) }
    return nil
  }

  /// `digits` / `divisor` correctly rounded, both not zero.
  ///
  /// Both are shifted so that their top bits are at 2^63; the quotient q of the shifted dividend times
  /// 2^63 then has 63 or 64 bits, ten more than a double keeps, and a remainder makes its lowest bit
  /// sticky, so that rounding q once rounds the true quotient once. The exponent is far from the subnormals
  /// (digits < 2^64, divisor <= 10^19).
  @inline(never)
  static func quotient(_ digits: UInt64, _ divisor: UInt64) -> Double {
    if digits == 0 { return 0 }
    let up = digits.leadingZeroBitCount
    let down = divisor.leadingZeroBitCount
    let high = (digits << UInt64(up)) >> 1  // below 2^63, the divisor is at least 2^63: no overflow
    let low = (digits << UInt64(up)) << 63
    let (q, remainder) = (divisor << UInt64(down)).dividingFullWidth((high, low))
    let sticky = remainder == 0 ? q : q | 1
    // q = digits 2^up 2^63 / (divisor 2^down)
    return Double(sign: .plus, exponent: down - up - 63, significand: Double(sticky))
  }

  /// The C library's answer for a JSON number of any length, which is copied to be terminated.
  @inline(never)
  static func slow(_ text: UnsafeBufferPointer<UInt8>) -> Double {
    var copy = [CChar](repeating: 0, count: text.count + 1)
    for (index, byte) in text.enumerated() { copy[index] = CChar(bitPattern: byte) }
    return strtod(copy, nil)
  }
}
