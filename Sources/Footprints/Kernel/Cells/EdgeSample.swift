/// Up to a given number of positions of a list, spread evenly over it without falling into step with what repeats in
/// it, as every fourth edge of rectangles would: multiples of the golden ratio, modulo 1.
struct EdgeSample: Sequence, IteratorProtocol {
  private let count: Int
  private let size: Int
  private var drawn = 0

  init(of count: Int, size: Int) {
    self.count = count
    self.size = size
  }

  /// How many list entries one drawn position stands for.
  var weight: Double { count <= size ? 1 : Double(count) / Double(size) }

  mutating func next() -> Int? {
    guard drawn < Swift.min(count, size) else { return nil }
    defer { drawn += 1 }
    if count <= size { return drawn }
    let fraction = UInt32(truncatingIfNeeded: drawn) &* 2_654_435_769
    // Below 2^32 * 2^32.
    return Int((UInt64(fraction) * UInt64(count)) >> 32)
  }
}
