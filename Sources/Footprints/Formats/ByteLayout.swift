extension RawSpan {
  // The loads are called unsafe because not every type accepts every bit pattern; integers and doubles do.
  // Offsets outside the span trap.

  /// The signed 32-bit integer at an offset, least significant byte first.
  func littleEndianInt32(at offset: Int) -> Int32 {
    Int32(littleEndian: unsafeLoadUnaligned(fromByteOffset: offset, as: Int32.self))
  }

  /// The signed 32-bit integer at an offset, most significant byte first.
  func bigEndianInt32(at offset: Int) -> Int32 {
    Int32(bigEndian: unsafeLoadUnaligned(fromByteOffset: offset, as: Int32.self))
  }

  /// The IEEE 754 double at an offset, least significant byte first.
  @inline(__always)
  func littleEndianDouble(at offset: Int) -> Double {
    Double(bitPattern: UInt64(littleEndian: unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self)))
  }
}

extension [UInt8] {
  /// Lends the bytes for the length of a call.
  @inline(__always)
  func withBytes<Result, Failure: Error>(
    _ body: (UnsafeRawBufferPointer) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try withUnsafeBufferPointer { (bytes) throws(Failure) in try body(UnsafeRawBufferPointer(bytes)) }
  }
}
