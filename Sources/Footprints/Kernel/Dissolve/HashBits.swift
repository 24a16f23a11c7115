/// Finds out which of many hashes may come more than once, by one bit for each: 16 bits per hash, so that few that come
/// once are taken for more.
struct HashBits: Sendable {
  private var once: [UInt64]
  private var twice: [UInt64]
  private let mask: UInt64

  /// Room for a number of hashes.
  init(holding count: Int) {
    var bits: UInt64 = 64
    while bits < 16 * UInt64(count) { bits *= 2 }
    mask = bits - 1
    once = [UInt64](repeating: 0, count: Int(bits / 64))
    twice = once
  }

  /// Remembers a hash.
  @inline(__always)
  mutating func insert(_ hash: UInt64) {
    let (word, bit) = place(hash)
    twice[word] |= once[word] & bit
    once[word] |= bit
  }

  /// Remembers what another has seen. Precondition: both have room for the same number.
  mutating func formUnion(_ other: HashBits) {
    for word in once.indices {
      twice[word] |= other.twice[word] | once[word] & other.once[word]
      once[word] |= other.once[word]
    }
  }

  /// Whether a hash may have been inserted more than once; certainly true if it was.
  @inline(__always)
  func isRepeated(_ hash: UInt64) -> Bool {
    let (word, bit) = place(hash)
    return twice[word] & bit != 0
  }

  @inline(__always)
  private func place(_ hash: UInt64) -> (word: Int, bit: UInt64) {
    (Int((hash & mask) &>> 6), 1 &<< (hash & 63))
  }
}
