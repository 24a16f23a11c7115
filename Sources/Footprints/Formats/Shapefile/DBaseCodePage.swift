import Foundation

/// An encoding that the C library knows and agrees with ASCII where ASCII has something.
struct DBaseCodePage: Sendable, Equatable {
  /// What the C library calls it.
  let name: String

  /// The encoding that a .cpg names, whatever the spelling; nil for one that nobody here knows, or that is not read byte by byte.
  init?(named name: String) {
    let letters = name.uppercased().filter { $0.isASCII && ($0.isLetter || $0.isNumber) }
    let number = letters.drop { !$0.isNumber }
    let prefix = letters.dropLast(number.count)
    let candidates: [String] =
      if number.allSatisfy(\.isNumber), ["", "CP", "ANSI", "OEM", "IBM", "WINDOWS", "WIN"].contains(prefix) {
        number.hasPrefix("8859") ? ["ISO-8859-\(number.dropFirst(4))"] : ["CP\(number)"]
      } else if letters.hasPrefix("ISO8859") {
        ["ISO-8859-\(letters.dropFirst(7))"]
      } else {
        [letters, Self.spellings[letters]].compactMap(\.self)
      }
    guard let name = candidates.first(where: Self.isKnown) else { return nil }
    self.name = name
  }

  /// The encoding that the language driver byte of a .dbf means.
  init?(languageDriver: UInt8) {
    guard let number = Self.drivers[languageDriver], Self.isKnown("CP\(number)") else { return nil }
    name = "CP\(number)"
  }

  /// Names that the C library writes with marks.
  private static let spellings = [
    "SHIFTJIS": "SJIS", "KOI8R": "KOI8-R", "KOI8U": "KOI8-U", "EUCJP": "EUC-JP", "EUCKR": "EUC-KR",
    "GB2312": "EUC-CN", "TIS620": "TIS-620",
  ]

  /// The code pages of language drivers, as dBASE, FoxPro and ArcGIS number them.
  private static let drivers: [UInt8: Int] = [
    0x01: 437, 0x02: 850, 0x08: 865, 0x09: 437, 0x0A: 850, 0x0B: 437, 0x0D: 437, 0x0E: 850, 0x0F: 437,
    0x10: 850,
    0x11: 437, 0x12: 850, 0x13: 932, 0x14: 850, 0x15: 437, 0x16: 850, 0x17: 865, 0x18: 437, 0x19: 437,
    0x1A: 850,
    0x1B: 437, 0x1C: 863, 0x1D: 850, 0x1F: 852, 0x22: 852, 0x23: 852, 0x24: 860, 0x25: 850, 0x26: 866,
    0x37: 850,
    0x40: 852, 0x4D: 936, 0x4E: 949, 0x4F: 950, 0x50: 874, 0x64: 852, 0x65: 866, 0x66: 865, 0x67: 861,
    0x6A: 737,
    0x6B: 857, 0x6C: 863, 0x78: 950, 0x79: 949, 0x7A: 936, 0x7B: 932, 0x7C: 874, 0x7D: 1255, 0x7E: 1256,
    0x86: 737,
    0x87: 852, 0x88: 857, 0xC8: 1250, 0xC9: 1251, 0xCA: 1254, 0xCB: 1253, 0xCC: 1257,
  ]

  /// Whether the C library has the encoding, and letters and digits are those of ASCII in it.
  private static func isKnown(_ name: String) -> Bool {
    let plain = Array("AZaz09".utf8)
    return decode(plain[...], from: name) == "AZaz09"
  }

  /// The text of some bytes; whatever cannot be decoded becomes U+FFFD, and the beginning of a character at the end,
  /// which is what is left by a writer that cuts a value to the length of its field, nothing.
  func decode(_ bytes: ArraySlice<UInt8>) -> String { Self.decode(bytes, from: name) ?? "" }

  private static func decode(_ bytes: ArraySlice<UInt8>, from name: String) -> String? {
    let way = iconv_open("UTF-8", name)
    // The C library has -1 for none.
    guard Int(bitPattern: way) != -1 else { return nil }
    defer { iconv_close(way) }
    var source = bytes.map { CChar(bitPattern: $0) }
    // No encoding has more than four bytes of UTF-8 for each of its own.
    var text = [CChar](repeating: 0, count: 4 * bytes.count + 4)
    let length = source.withUnsafeMutableBufferPointer { source in
      text.withUnsafeMutableBufferPointer { text in
        var (from, to) = (source.baseAddress, text.baseAddress)
        var (rest, room) = (source.count, text.count)
        while rest > 0, iconv(way, &from, &rest, &to, &room) == -1, errno == EILSEQ, rest > 0, room >= 3 {
          for byte in "\u{FFFD}".utf8 {
            to?.pointee = CChar(bitPattern: byte)
            to = to?.advanced(by: 1)
          }
          from = from?.advanced(by: 1)
          rest -= 1
          room -= 3
        }
        return text.count - room
      }
    }
    return String(decoding: text[..<length].map(UInt8.init(bitPattern:)), as: UTF8.self)
  }
}
