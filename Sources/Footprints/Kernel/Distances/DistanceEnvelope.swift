/// The distance from the nearest of a few segments along a stretch: the lower envelope of their distances.
struct DistanceEnvelope {
  private let functions: UnsafeBufferPointer<DistanceFunction>

  /// The envelope of some functions.
  init(_ functions: UnsafeBufferPointer<DistanceFunction>) { self.functions = functions }

  /// Adds up the distance on a range.
  ///
  /// The segment that is nearest in the middle stays the nearest up to the first places on both sides where another is
  /// nearer; what remains on both sides is done in the same way. Ranges of less than a nanometre are not divided. Returns
  /// how many ranges there were.
  func add(from: Double, to: Double, into sum: inout DisplacementSum) -> Int {
    var ranges = 1
    let middle = from + (to - from) / 2
    var nearest = 0
    var least = Double.infinity
    for (number, function) in functions.enumerated() {
      let square = function.square(at: middle)
      if square < least { (nearest, least) = (number, square) }
    }
    let own = functions[nearest]
    var (low, high) = (from, to)
    if to - from > 1e-9 {
      for (number, function) in functions.enumerated() where number != nearest {
        high = own.firstNearer(function, rightOf: middle, to: high)
        low = own.firstNearer(function, leftOf: middle, to: low)
      }
    }
    if low > from { ranges += add(from: from, to: low, into: &sum) }
    sum.add(own, from: low, to: high)
    if high < to { ranges += add(from: high, to: to, into: &sum) }
    return ranges
  }
}
