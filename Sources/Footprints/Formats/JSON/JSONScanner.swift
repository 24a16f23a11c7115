/// A cursor over JSON text (RFC 8259) that builds nothing: callers ask for what they expect next and skip
/// what they do not need.
///
/// All reads are checked against `end`; the pointers are only valid inside `FileBytes.withBytes`. Failures
/// carry the byte offset, from which line and column are counted when the message is made.
///
/// Unchecked Sendable: the pointers are into bytes that nothing writes (`FileBytes`), and `parallelMap`, the
/// only way a scanner comes to another thread, returns before `withBytes` does.
struct JSONScanner: @unchecked Sendable {
  let start: UnsafePointer<UInt8>
  let end: UnsafePointer<UInt8>
  var at: UnsafePointer<UInt8>

  /// Objects and arrays may be nested this deep; real files stay below 10.
  static let deepest = 512

  /// An address to compare with that is never read from; memory of the program's life, not freed.
  private nonisolated(unsafe) static let nowhere = UnsafePointer(
    UnsafeMutablePointer<UInt8>.allocate(capacity: 1))

  init(_ bytes: UnsafeBufferPointer<UInt8>, from offset: Int = 0) {
    // An empty buffer may have no address; any pointer serves, because start == end forbids reading.
    start = bytes.baseAddress ?? Self.nowhere
    end = start + bytes.count
    at = start + offset
  }

  var offset: Int { at - start }

  /// The error for this place.
  func failure(
    _ message: String, at place: UnsafePointer<UInt8>? = nil, remedy: String? = nil, reason: Reason? = nil
  ) -> FootprintsError {
    FootprintsError(.badData, message, place: position(of: place ?? at), remedy: remedy, reason: reason)
  }

  /// "line 3, column 14", both from 1, columns in bytes.
  func position(of place: UnsafePointer<UInt8>) -> String {
    var line = 1
    var lineStart = start
    var p = start
    while p < place {
      if p.pointee == 0x0A {
        line += 1
        lineStart = p + 1
      }
      p += 1
    }
    return "line \(line), column \(place - lineStart + 1)"
  }

  /// What is here, for messages.
  private var found: String {
    guard at < end else { return "the end of the file" }
    return "'" + String(Unicode.Scalar(at.pointee)).printable + "'"
  }

  @inline(never)
  func unexpected(_ wanted: String) -> FootprintsError {
    at < end
      ? failure("expected \(wanted), found \(found)")
      : failure(
        "the file ends where \(wanted) is expected",
        remedy: "The file is probably cut short; fetch or export it again.", reason: .endsEarly)
  }

  @inline(__always)
  mutating func skipSpace() {
    while at < end {
      switch at.pointee {
      case 0x20, 0x0A, 0x0D, 0x09: at += 1
      default: return
      }
    }
  }

  /// The next byte that is not white space, not consumed; 0 at the end.
  @inline(__always)
  mutating func peek() -> UInt8 {
    skipSpace()
    return at < end ? at.pointee : 0
  }

  /// Consumes `byte` after white space if it is there.
  @inline(__always)
  mutating func take(_ byte: UInt8) -> Bool {
    guard peek() == byte, at < end else { return false }
    at += 1
    return true
  }

  @inline(__always)
  mutating func expect(_ byte: UInt8, _ wanted: StaticString) throws(FootprintsError) {
    guard take(byte) else { throw unexpected("\(wanted)") }
  }

  // MARK: Strings

  /// The bytes between the quotes, escapes untouched.
  mutating func rawString() throws(FootprintsError) -> UnsafeBufferPointer<UInt8> {
    try expect(0x22, "a string")
    let first = at
    while at < end {
      switch at.pointee {
      case 0x22:
        let text = UnsafeBufferPointer(start: first, count: at - first)
        at += 1
        return text
      case 0x5C: try skipEscape()
      case 0..<0x20:
        throw failure(
          "a string has a line break or another control character in it", at: at,
          remedy: "Write it as an escape, such as \\n.")
      default: at += 1
      }
    }
    at = end
    throw failure(
      "a string is never closed", at: first - 1,
      remedy: "The file is probably cut short; fetch or export it again.", reason: .endsEarly)
  }

  /// Consumes a backslash and what belongs to it.
  @inline(never)
  private mutating func skipEscape() throws(FootprintsError) {
    let next = end - at > 1 ? at[1] : 0x22
    switch next {
    case 0x22 where end - at < 2: at = end
    case 0x22, 0x5C, 0x2F, 0x62, 0x66, 0x6E, 0x72, 0x74: at += 2
    case 0x75 where end - at < 6: at = end
    case 0x75 where (2..<6).allSatisfy({ Character(Unicode.Scalar(at[$0])).isHexDigit }): at += 6
    default:
      throw failure(
        "a string has a backslash that is no escape", at: at, remedy: "Write a backslash of the text as two.")
    }
  }

  /// The next string with its escapes resolved.
  mutating func string() throws(FootprintsError) -> String {
    try JSONText.unescaped(rawString())
  }

  /// Goes through the members of an object. `visit` gets each key's raw bytes with the scanner at
  /// the value, and must consume the value.
  mutating func object(
    _ visit: (inout JSONScanner, UnsafeBufferPointer<UInt8>) throws(FootprintsError) -> Void
  ) throws(FootprintsError) {
    try expect(0x7B, "an object")
    if take(0x7D) { return }
    while true {
      guard peek() == 0x22 else { throw unexpected("a member name in quotes") }
      let key = try rawString()
      try expect(0x3A, "':'")
      try visit(&self, key)
      if take(0x2C) { continue }
      try expect(0x7D, "',' or '}'")
      return
    }
  }

  /// Goes through the elements of an array; `visit` must consume one value.
  mutating func array(
    _ visit: (inout JSONScanner) throws(FootprintsError) -> Void
  ) throws(FootprintsError) {
    try expect(0x5B, "an array")
    if take(0x5D) { return }
    while true {
      try visit(&self)
      if take(0x2C) { continue }
      try expect(0x5D, "',' or ']'")
      return
    }
  }

  // MARK: Skipping

  /// Consumes one value of any kind and checks its form.
  mutating func skipValue() throws(FootprintsError) {
    // One bit of kind for every open bracket would do; a byte is as good. Never deeper than `deepest`.
    var open: [UInt8] = []
    while true {
      switch peek() {
      case 0x7B:
        at += 1
        if !take(0x7D) {
          open.append(0x7D)
          try memberName()
          if open.count > Self.deepest { throw failure("nested more than \(Self.deepest) levels deep") }
          continue
        }
      case 0x5B:
        at += 1
        if !take(0x5D) {
          open.append(0x5D)
          if open.count > Self.deepest { throw failure("nested more than \(Self.deepest) levels deep") }
          continue
        }
      case 0x22: _ = try rawString()
      case 0x74: try literal("true")
      case 0x66: try literal("false")
      case 0x6E: try literal("null")
      case 0x2D, 0x30...0x39: try skipNumber()
      default: throw unexpected("a value")
      }
      while let close = open.last {
        if take(0x2C) {
          if close == 0x7D { try memberName() }
          break
        }
        try expect(close, close == 0x7D ? "',' or '}'" : "',' or ']'")
        open.removeLast()
      }
      if open.isEmpty { return }
    }
  }

  private mutating func memberName() throws(FootprintsError) {
    guard peek() == 0x22 else { throw unexpected("a member name in quotes") }
    _ = try rawString()
    try expect(0x3A, "':'")
  }

  /// Consumes one of the three words of JSON.
  mutating func literal(_ word: StaticString) throws(FootprintsError) {
    let length = word.utf8CodeUnitCount
    guard end - at >= length else { throw unexpected("'\(word)'") }
    for index in 0..<length where at[index] != word.utf8Start[index] { throw unexpected("'\(word)'") }
    at += length
  }

  // MARK: Numbers

  /// Consumes a number and returns the nearest double; infinite when it is beyond the range of one.
  @inline(__always)
  mutating func number() throws(FootprintsError) -> Double {
    skipSpace()
    let first = at
    var p = at
    let negative = p < end && p.pointee == 0x2D
    if negative { p += 1 }
    var digits: UInt64 = 0
    let integerStart = p
    while p < end {
      let d = p.pointee &- 0x30
      if d > 9 { break }
      digits = digits &* 10 &+ UInt64(d)
      p += 1
    }
    // More than 19 digits wrap `digits`; they are recognised by the count below, never used.
    var count = p - integerStart
    guard count > 0 else { throw unexpectedNumber() }
    if count > 1, integerStart.pointee == 0x30 {
      throw failure("a number begins with a needless 0", remedy: "Correct this number.")
    }
    var exponent = 0
    if p < end, p.pointee == 0x2E {
      p += 1
      let fractionStart = p
      // Up to eight digits at a time; one by one only in the last bytes of the text.
      while end - p >= 8 {
        let (value, length) = DecimalDigits.leading(
          UnsafeRawPointer(p).loadUnaligned(as: UInt64.self).littleEndian)
        digits = digits &* DecimalNumber.integerPowers[length] &+ value
        p += length
        if length < 8 { break }
      }
      while p < end {
        let d = p.pointee &- 0x30
        if d > 9 { break }
        digits = digits &* 10 &+ UInt64(d)
        p += 1
      }
      let fraction = p - fractionStart
      guard fraction > 0 else {
        at = p
        throw unexpected("a digit")
      }
      count += fraction
      exponent = -fraction
    }
    if p < end, p.pointee | 0x20 == 0x65 {
      return try scientific(first)
    }
    at = p
    if count <= 19, let value = DecimalNumber.fast(digits, exponent) { return negative ? -value : value }
    return DecimalNumber.slow(UnsafeBufferPointer(start: first, count: p - first))
  }

  /// Consumes a number whose value does not matter.
  @inline(never)
  mutating func skipNumber() throws(FootprintsError) { _ = try number() }

  /// A number with an exponent, rare in coordinates: its extent is found, the C library does the rest.
  @inline(never)
  private mutating func scientific(_ first: UnsafePointer<UInt8>) throws(FootprintsError) -> Double {
    var p = first
    while p < end, p.pointee | 0x20 != 0x65 { p += 1 }
    p += 1
    if p < end, p.pointee == 0x2B || p.pointee == 0x2D { p += 1 }
    let digitsStart = p
    while p < end, p.pointee &- 0x30 <= 9 { p += 1 }
    at = p
    guard p > digitsStart else { throw unexpected("a digit") }
    return DecimalNumber.slow(UnsafeBufferPointer(start: first, count: p - first))
  }

  @inline(never)
  private func unexpectedNumber() -> FootprintsError {
    if at < end, at.pointee == 0x4E || at.pointee == 0x6E || at.pointee == 0x49 || at.pointee == 0x2D {
      return failure(
        "expected a number; NaN, Infinity and null are not numbers",
        remedy: "Correct or leave out this position.")
    }
    return unexpected("a number")
  }
}
