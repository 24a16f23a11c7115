// The library's generic conversions of 128 bits take longer than whole calculations with them.

extension UInt128 {
  /// The value as a Double, exactly if it has at most 53 significant digits, otherwise to within two units of the last.
  @inline(__always)
  var double: Double {
    Double(UInt64(truncatingIfNeeded: self >> 64)) * 0x1p64 + Double(UInt64(truncatingIfNeeded: self))
  }
}

extension Int128 {
  /// The same.
  @inline(__always)
  var double: Double { self < 0 ? -magnitude.double : magnitude.double }
}
