/// The text of JSON strings.
enum JSONText {
  /// Resolves the escapes of a raw string. Bytes that are not UTF-8, and halves of surrogate pairs, become
  /// U+FFFD.
  static func unescaped(_ raw: UnsafeBufferPointer<UInt8>) -> String {
    guard raw.contains(0x5C) else { return String(decoding: raw, as: UTF8.self) }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(raw.count)
    var index = 0
    while index < raw.count {
      let byte = raw[index]
      index += 1
      guard byte == 0x5C, index < raw.count else {
        bytes.append(byte)
        continue
      }
      let escape = raw[index]
      index += 1
      switch escape {
      case 0x62: bytes.append(0x08)
      case 0x66: bytes.append(0x0C)
      case 0x6E: bytes.append(0x0A)
      case 0x72: bytes.append(0x0D)
      case 0x74: bytes.append(0x09)
      case 0x75:
        var unit = hexadecimal(raw, index)
        index = min(raw.count, index + 4)
        if let high = unit, (0xD800..<0xDC00).contains(high), index + 1 < raw.count, raw[index] == 0x5C,
          raw[index + 1] == 0x75, let low = hexadecimal(raw, index + 2), (0xDC00..<0xE000).contains(low)
        {
          unit = 0x10000 + (high - 0xD800) << 10 + (low - 0xDC00)
          index += 6
        }
        let scalar = unit.flatMap(Unicode.Scalar.init) ?? "\u{FFFD}"
        bytes.append(contentsOf: String(Character(scalar)).utf8)
      default: bytes.append(escape)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func hexadecimal(_ raw: UnsafeBufferPointer<UInt8>, _ index: Int) -> UInt32? {
    guard index + 4 <= raw.count else { return nil }
    var value: UInt32 = 0
    for byte in raw[index..<index + 4] {
      guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else { return nil }
      value = value << 4 | UInt32(digit)
    }
    return value
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether the bytes are these ASCII characters.
  @inline(__always)
  func equals(_ text: StaticString) -> Bool {
    guard count == text.utf8CodeUnitCount else { return false }
    for index in 0..<count where self[index] != text.utf8Start[index] { return false }
    return true
  }
}
