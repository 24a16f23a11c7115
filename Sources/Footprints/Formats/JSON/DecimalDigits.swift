/// The digits that eight bytes of text begin with, without a loop or a branch.
enum DecimalDigits {
  /// The value and the number, 0...8, of the ASCII digits from the lowest byte on, which is the first of the
  /// text.
  @inline(__always)
  static func leading(_ word: UInt64) -> (value: UInt64, count: Int) {
    // Digits become 0...9, all else more; adding 0x76 then sets the top bit of what is more than 9. A carry
    // only spoils bytes after the first of those, which do not matter.
    let values = word ^ 0x3030_3030_3030_3030
    let others = ((values &+ 0x7676_7676_7676_7676) | values) & 0x8080_8080_8080_8080
    let count = others.trailingZeroBitCount >> 3
    // Zeros in front of fewer than eight digits; in two steps because no shift is as wide as the word.
    let shift = UInt64(64 - count * 8)
    return (eight((values &<< (shift >> 1)) &<< (shift - shift >> 1)), count)
  }

  /// The value in hundred-millionths, and the number, 0...8, of the ASCII digits from the lowest byte on, read as
  /// the beginning of a fraction.
  @inline(__always)
  static func fraction(_ word: UInt64) -> (value: UInt64, count: Int) {
    let values = word ^ 0x3030_3030_3030_3030
    let others = ((values &+ 0x7676_7676_7676_7676) | values) & 0x8080_8080_8080_8080
    // All bits below the first byte that is not a digit, whose own are left out by the shift.
    let digits = ((others & (0 &- others)) >> 7) &- 1
    return (eight(values & digits), others.trailingZeroBitCount >> 3)
  }

  /// The value of eight bytes of 0...9, the first in the lowest byte: pairs, then fours, then all eight.
  @inline(__always)
  private static func eight(_ values: UInt64) -> UInt64 {
    let pairs = (values &* 10) &+ (values >> 8)
    let low = (pairs & 0x0000_00FF_0000_00FF) &* 0x000F_4240_0000_0064
    let high = ((pairs >> 16) & 0x0000_00FF_0000_00FF) &* 0x0000_2710_0000_0001
    return (low &+ high) >> 32
  }
}
