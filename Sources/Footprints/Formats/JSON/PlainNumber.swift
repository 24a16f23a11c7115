/// A number of up to seven digits before the point and up to 16 after it, and no exponent.
///
/// With eight after it, all digits are an integer below 10^15, which a double holds exactly, as it does 10^8:
/// one division rounds once and correctly, and does it for both numbers of a position. More digits are left to
/// `DecimalNumber`.
struct PlainNumber {
  /// The most bytes that are looked at: a sign, seven digits, the point, and twice eight bytes.
  static let reach = 1 + 7 + 1 + 16

  private let digits: UInt64
  private let sign: UInt64
  /// How many digits of the fraction there are in `digits` beyond the eighth.
  private let more: Int

  /// Reads the number at `p`, which may have a sign, and moves `p` past it. Nil for a sign that is not
  /// there, a needless 0 in front, a point without digits, and more digits than are plain. What follows
  /// is for the caller to look at: a further digit or an exponent does not pass for a comma.
  ///
  /// At least `reach` bytes must be readable from `p` on.
  @inline(__always)
  init?(_ p: inout UnsafePointer<UInt8>, sign: Int) {
    guard sign == 0 || p[0] == 0x2D else { return nil }
    self.sign = UInt64(sign) << 63
    p += sign
    let first = p
    var whole = UInt64(p[0] &- 0x30)
    guard whole <= 9 else { return nil }
    p += 1
    while p[0] != 0x2E {
      let digit = UInt64(p[0] &- 0x30)
      if digit > 9 {
        (digits, more) = (whole &* 100_000_000, 0)
        return
      }
      guard first[0] != 0x30, p - first < 7 else { return nil }
      whole = whole &* 10 &+ digit
      p += 1
    }
    let (fraction, count) = DecimalDigits.fraction(Self.word(p + 1))
    guard count > 0 else { return nil }
    p += 1 + count
    let some = whole &* 100_000_000 &+ fraction
    if count < 8 || p[0] &- 0x30 > 9 {
      (digits, more) = (some, 0)
      return
    }
    let (rest, restCount) = DecimalDigits.leading(Self.word(p))
    let (shifted, overflow) = some.multipliedReportingOverflow(by: DecimalNumber.integerPowers[restCount])
    let (all, carry) = shifted.addingReportingOverflow(rest)
    guard !overflow, !carry else { return nil }
    p += restCount
    (digits, more) = (all, restCount)
  }

  /// The values of two numbers, correctly rounded; nil where `DecimalNumber` has no fast way.
  @inline(__always)
  static func position(_ x: PlainNumber, _ y: PlainNumber) -> Coordinate? {
    if x.more | y.more == 0 {
      // Plus 2^52, the digits are the lower bits of a double: cheaper than a conversion.
      let shifted = SIMD2(
        Double(bitPattern: 0x1p52.bitPattern | x.digits), Double(bitPattern: 0x1p52.bitPattern | y.digits))
      let values = (shifted - 0x1p52) / 1e8
      return Coordinate(x.signed(values.x), y.signed(values.y))
    }
    guard let a = DecimalNumber.fast(x.digits, -8 - x.more), let b = DecimalNumber.fast(y.digits, -8 - y.more)
    else { return nil }
    return Coordinate(x.signed(a), y.signed(b))
  }

  @inline(__always)
  private func signed(_ value: Double) -> Double { Double(bitPattern: value.bitPattern | sign) }

  @inline(__always)
  private static func word(_ p: UnsafePointer<UInt8>) -> UInt64 {
    UnsafeRawPointer(p).loadUnaligned(as: UInt64.self).littleEndian
  }
}
