/// Some of the eight places of a group of boxes, in ascending order.
struct Lanes: Sequence, IteratorProtocol {
  /// 1 in every byte whose place is among them, and else 0.
  private var bytes: UInt64

  @inline(__always)
  init(bytes: UInt64) { self.bytes = bytes }

  @inline(__always)
  mutating func next() -> Int? {
    if bytes == 0 { return nil }
    defer { bytes &= bytes &- 1 }
    return bytes.trailingZeroBitCount &>> 3
  }

  /// Only those after a place.
  @inline(__always)
  func after(_ lane: Int) -> Lanes {
    // Shifting by the whole width at once would shift by nothing.
    Lanes(bytes: bytes & ((UInt64.max &<< UInt64(lane &* 8)) &<< 8))
  }
}
