/// SplitMix64 (Steele, Lea and Flood 2014): a small generator of random numbers whose sequence depends on
/// the seed alone.
///
/// Everything that needs chance (one border, one brick, one plan) gets a generator of its own, made from
/// the region's seed and the thing's numbers; so adding one thing never changes another.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  /// Makes the generator of one thing: what kind it is and which numbers identify it.
  init(seed: UInt64, _ subject: Subject, _ numbers: Int...) {
    state = seed
    mix(subject.rawValue)
    for number in numbers { mix(UInt64(bitPattern: Int64(number))) }
  }

  /// What a random number is drawn for.
  enum Subject: UInt64 {
    case corner = 1
    case border, people, flow, plan, town, seeds
  }

  private mutating func mix(_ value: UInt64) {
    state ^= value &* 0x9E37_79B9_7F4A_7C15
    state = next()
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// A number between two bounds, excluding the upper one.
  mutating func between(_ low: Double, _ high: Double) -> Double {
    // 53 random bits fill the significand of a Double exactly.
    low + (high - low) * (Double(next() >> 11) / 9_007_199_254_740_992)
  }

  /// A whole number from 0 up to, but not including, a bound.
  mutating func below(_ bound: Int) -> Int {
    // The bias of the remainder is below one in 10^15 for the bounds of this generator.
    Int(next() % UInt64(bound))
  }

  /// One element of a list that is not empty.
  mutating func pick<Element>(_ list: [Element]) -> Element { list[below(list.count)] }

  /// The given number of different numbers below a bound, in ascending order.
  mutating func choose(_ count: Int, below bound: Int) -> [Int] {
    var chosen: Set<Int> = []
    while chosen.count < min(count, bound) { chosen.insert(below(bound)) }
    return chosen.sorted()
  }
}
