/// Well-known binary that is being made from positions.
struct WKBBuffer: PositionBuffer, Sendable {
  var bytes: [UInt8] = []

  @inline(__always)
  mutating func append(contentsOf positions: UnsafeBufferPointer<Coordinate>) {
    #if _endian(little)
      // A coordinate is two doubles side by side, as a position of two numbers is.
      bytes.append(contentsOf: UnsafeRawBufferPointer(positions))
    #else
      for position in positions {
        WKB.append(position.x, to: &bytes)
        WKB.append(position.y, to: &bytes)
      }
    #endif
  }

  /// Appends a number that is not known yet; returns where it is, to be set later.
  mutating func appendCount() -> Int {
    WKB.append(UInt32(0), to: &bytes)
    return bytes.count - 4
  }

  /// Sets a number that was not known.
  mutating func set(_ count: Int, at place: Int) { WKB.set(UInt32(clamping: count), at: place, in: &bytes) }
}
