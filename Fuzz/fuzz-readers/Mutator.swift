/// SplitMix64 (Steele, Lea and Flood, 2014), so that a seed names a whole run.
struct Seeded: RandomNumberGenerator {
  var state: UInt64
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

/// Makes new inputs from old ones.
struct Mutator {
  let format: Format
  var random: Seeded

  /// No part grows beyond this, so that runs stay short.
  private static let longest = 1 << 17

  /// One to six changes, and the length in a .shp's header made right again half of the time: otherwise
  /// hardly any input would get past the first check.
  mutating func mutate(_ input: Input, with other: Input) -> Input {
    var result = input
    for _ in 0..<Int.random(in: 1...6, using: &random) {
      // The first part gets most of the attention.
      let part = Bool.random(using: &random) ? 0 : Int.random(in: result.parts.indices, using: &random)
      change(&result.parts[part], other: other.parts[part])
      if result.parts[part].count > Self.longest {
        result.parts[part].removeLast(result.parts[part].count - Self.longest)
      }
    }
    if format == .shapefile, result.parts[0].count >= 28, Bool.random(using: &random) {
      let words = UInt32(result.parts[0].count / 2)
      result.parts[0].replaceSubrange(
        24..<28, with: [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: words >> $0) })
    }
    return result
  }

  private mutating func change(_ bytes: inout [UInt8], other: [UInt8]) {
    guard !bytes.isEmpty else {
      bytes = other
      return
    }
    let at = Int.random(in: bytes.indices, using: &random)
    // A database whose pages have moved is no longer one.
    let isMoved = [4, 5, 6]
    let choices = format == .gpkg ? (0..<10).filter { !isMoved.contains($0) } : Array(0..<10)
    switch choices.randomElement(using: &random) ?? 0 {
    case 0: bytes[at] ^= 1 << UInt8.random(in: 0..<8, using: &random)
    case 1: bytes[at] = UInt8.random(in: 0...255, using: &random)
    case 2: write(integer(), width: Bool.random(using: &random) ? 4 : 2, at, &bytes)
    case 3: write(coordinate(bytes), width: 8, at, &bytes)
    case 4: bytes.removeLast(bytes.count - at)
    case 5: bytes.removeSubrange(chunk(bytes, at))
    case 6:
      bytes.insert(
        contentsOf: Array(bytes[chunk(bytes, at)]), at: Int.random(in: 0...bytes.count, using: &random))
    case 7:
      guard !other.isEmpty else { return }
      let from = Int.random(in: other.indices, using: &random)
      let new = other[chunk(other, from)]
      let old = chunk(bytes, at)
      bytes.replaceSubrange(
        format == .gpkg ? old.prefix(new.count) : old, with: new.prefix(format == .gpkg ? old.count : .max))
    default:
      if [.geojson, .stream, .csv].contains(format) { changeText(&bytes, at) } else { nudge(&bytes, at) }
    }
  }

  /// Some bytes that begin at a place.
  private mutating func chunk(_ bytes: [UInt8], _ at: Int) -> Range<Int> {
    let longest = Bool.random(using: &random) ? 32 : bytes.count
    return at..<min(bytes.count, at + Int.random(in: 1...max(1, longest), using: &random))
  }

  /// Writes the lowest bytes of a number, either end first.
  private mutating func write(_ value: UInt64, width: Int, _ at: Int, _ bytes: inout [UInt8]) {
    // Numbers in binary formats are mostly at multiples of four.
    let start = Bool.random(using: &random) ? at & ~3 : at
    let order = (0..<width).map { UInt8(truncatingIfNeeded: value >> (8 * UInt64($0))) }
    let written = width == 8 || Bool.random(using: &random) ? order : order.reversed()
    for (offset, byte) in written.enumerated() where start + offset < bytes.count {
      bytes[start + offset] = byte
    }
  }

  private mutating func integer() -> UInt64 {
    let values: [Int32] = [
      0, 1, -1, 2, 3, 4, 5, 15, 25, 31, 50, 127, 255, 256, 32767, 65535, .max, .min, .max / 4, .max / 16,
    ]
    return UInt64(
      bitPattern: Int64(
        (values.randomElement(using: &random) ?? 0) &+ Int32.random(in: -1...1, using: &random)))
  }

  /// A remarkable double, or one that is already in the input, so that vertices come to lie on each other.
  private mutating func coordinate(_ bytes: [UInt8]) -> UInt64 {
    let values: [Double] = [
      0, -0.0, 1, -1, 0.5, .nan, .infinity, -.infinity, 1e308, -1e308, .leastNonzeroMagnitude, 1e154, 1e-160,
      4e5,
    ]
    if bytes.count >= 8, Bool.random(using: &random) {
      let from = Int.random(in: 0...(bytes.count - 8), using: &random) & ~3
      return (0..<8).reduce(0) { $0 | UInt64(bytes[from + $1]) << (8 * UInt64($1)) }
    }
    return (values.randomElement(using: &random) ?? 0).bitPattern
  }

  /// Adds a little to a 16-bit number.
  private mutating func nudge(_ bytes: inout [UInt8], _ at: Int) {
    bytes[at] &+= UInt8.random(in: 1...4, using: &random)
    if Bool.random(using: &random) { bytes[at] &-= 5 }
  }

  /// Replaces a number in a text, or inserts something that means something.
  private mutating func changeText(_ bytes: inout [UInt8], _ at: Int) {
    let numbers = [
      "0", "-0", "1e400", "-1e400", "1e-400", "0.1", "90", "-180", "9007199254740993", "1E+2", "01", ".5",
      "1.", "NaN",
      "123456789012345678901234567890", "4.9e-324", "2.2250738585072011e-308",
    ]
    let words = [
      "{", "}", "[", "]", ",", ":", "\"", "\\", "\\u0000", "\\ud800", "null", "true", "\"type\"",
      "\"coordinates\"",
      "\"Polygon\"", "\"MultiPolygon\"", "\"GeometryCollection\"", "\"features\"", "\"properties\"",
      "\"crs\"", "\"id\"",
      "[[[", "]]]", "\u{FEFF}", "\n", " ", "[0,0]", "[0,0,0]",
    ]
    func isNumber(_ byte: UInt8) -> Bool { "0123456789+-.eE".utf8.contains(byte) }
    guard let start = bytes[at...].firstIndex(where: isNumber), Bool.random(using: &random) else {
      bytes.insert(contentsOf: (words.randomElement(using: &random) ?? "").utf8, at: at)
      return
    }
    let end = bytes[start...].firstIndex { !isNumber($0) } ?? bytes.count
    bytes.replaceSubrange(start..<end, with: (numbers.randomElement(using: &random) ?? "").utf8)
  }
}
