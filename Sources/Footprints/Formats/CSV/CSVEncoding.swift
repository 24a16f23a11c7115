/// Text encodings of CSV files: UTF-8 is expected, Windows-1252 recovered, everything else refused.
enum CSVEncoding {
  /// The bytes as UTF-8 without byte order mark.
  static func utf8(
    _ bytes: [UInt8], file: String, notices: inout [Notice]
  ) throws(FootprintsError) -> [UInt8] {
    guard bytes.count < 1 << 30 else {
      throw FootprintsError(
        .badData, "the table is larger than 1 GiB", remedy: "Keep only the columns and rows that are needed.")
    }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      throw FootprintsError(.badData, "the text is UTF-16", remedy: "Save the table as UTF-8.")
    }
    if let index = bytes.firstIndex(of: 0) {
      let line = bytes[..<index].count { $0 == UInt8(ascii: "\n") } + 1
      throw FootprintsError(
        .badData, "byte \(index) is NUL, so this is not text", place: "line \(line)",
        remedy: "Save the table as CSV in UTF-8.")
    }
    let content = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
    if String(validating: content, as: UTF8.self) != nil { return content }
    notices.append(
      Notice(.warning, "not-utf-8", "\(file): the text is not UTF-8 and was read as Windows-1252"))
    return windows1252(content)
  }

  /// The text as UTF-8.
  static func windows1252(_ bytes: [UInt8]) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count + bytes.count / 8)
    for byte in bytes {
      if byte < 0x80 {
        out.append(byte)
      } else {
        let scalar = (0x80...0x9F).contains(byte) ? upper[Int(byte) - 0x80] : Unicode.Scalar(byte)
        out.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      }
    }
    return out
  }

  /// Windows-1252 from 0x80 to 0x9F; the five unassigned bytes become the replacement character.
  private static let upper: [Unicode.Scalar] = [
    "€", "\u{FFFD}", "‚", "ƒ", "„", "…", "†", "‡", "ˆ", "‰", "Š", "‹", "Œ", "\u{FFFD}", "Ž", "\u{FFFD}",
    "\u{FFFD}", "‘", "’", "“", "”", "•", "–", "—", "˜", "™", "š", "›", "œ", "\u{FFFD}", "ž", "Ÿ",
  ]
}
