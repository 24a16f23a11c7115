/// How the text of a .dbf is encoded.
enum DBaseEncoding: Sendable, Equatable {
  case utf8
  /// Also for what calls itself ISO-8859-1: the two differ in 32 codes that are control characters there
  /// and never meant in a name, so that everyone who reads the web reads them alike
  /// (https://encoding.spec.whatwg.org/#names-and-labels).
  case windows1252
  /// Any other that the C library knows.
  case codePage(DBaseCodePage)

  /// Settles the encoding: the .cpg if it names one, else the language driver byte of the header, else
  /// UTF-8 if the text is, else Windows-1252. Where the choice is a guess that matters, a notice says so.
  init(
    codePage: [UInt8]?, languageDriver: UInt8, _ survey: DBaseTextSurvey, _ notices: inout ShapefileNotices
  ) {
    guard !survey.isASCII else {
      self = .utf8
      return
    }
    var doubt: String?
    if let codePage {
      let name = String(decoding: codePage.trimmed.prefix(64), as: UTF8.self)
      if let stated = Self.named(name) {
        self = stated
        if stated == .utf8 && !survey.isUTF8 {
          notices.add(
            .warning, "encoding",
            "its .cpg says UTF-8, but some text of the .dbf is not; what cannot be read shows as \u{FFFD}.")
        }
        return
      }
      doubt =
        name.isEmpty
        ? "its .cpg names no encoding" : "its .cpg names the encoding \(name), which is not known here"
    }
    switch languageDriver {
    case 0x03, 0x57:
      self = .windows1252
      if doubt == nil { return }
    case 0:
      self = survey.isUTF8 ? .utf8 : .windows1252
    default:
      if let page = DBaseCodePage(languageDriver: languageDriver) {
        self = .codePage(page)
        if doubt == nil { return }
        break
      }
      self = survey.isUTF8 ? .utf8 : .windows1252
      let code = "0x" + String(languageDriver, radix: 16, uppercase: true)
      doubt = doubt ?? "the language driver \(code) of its .dbf is not known here"
    }
    if doubt == nil && self == .utf8 { return }
    notices.add(
      .warning, "encoding",
      "\(doubt ?? "nothing states the encoding of its .dbf"); text was read as "
        + "\(title). If names look wrong, put the right name, such as "
        + "UTF-8, into a .cpg file.")
  }

  /// What people call it.
  private var title: String {
    switch self {
    case .utf8: "UTF-8"
    case .windows1252: "Windows-1252"
    case .codePage(let page): page.name
    }
  }

  /// The encoding a .cpg names, whatever the spelling.
  private static func named(_ name: String) -> DBaseEncoding? {
    let letters = String(
      name.uppercased().unicodeScalars.filter { ("0"..."9").contains($0) || ("A"..."Z").contains($0) })
    switch letters {
    case "UTF8", "65001", "CP65001": return .utf8
    case "ISO88591", "88591", "LATIN1", "ISOLATIN1", "28591", "L1", "1252", "CP1252", "ANSI1252",
      "WINDOWS1252",
      "WIN1252", "ANSI":
      return .windows1252
    default: return DBaseCodePage(named: name).map(DBaseEncoding.codePage)
    }
  }

  /// The text of some bytes; whatever cannot be decoded becomes U+FFFD.
  func decode(_ bytes: ArraySlice<UInt8>) -> String {
    switch self {
    case .utf8: return String(decoding: bytes.wholeCharacters, as: UTF8.self)
    case .windows1252:
      guard !bytes.allSatisfy({ $0 < 0x80 }) else { return String(decoding: bytes, as: UTF8.self) }
      var text = String.UnicodeScalarView()
      for byte in bytes {
        let code = (0x80..<0xA0).contains(byte) ? Self.upperControls[Int(byte) - 0x80] : UInt16(byte)
        text.append(Unicode.Scalar(code) ?? "\u{FFFD}")
      }
      return String(text)
    case .codePage(let page):
      return bytes.allSatisfy { $0 < 0x80 } ? String(decoding: bytes, as: UTF8.self) : page.decode(bytes)
    }
  }

  /// What Windows-1252 has from 0x80 to 0x9F (https://encoding.spec.whatwg.org/index-windows-1252.txt).
  private static let upperControls: [UInt16] = [
    0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152,
    0x008D, 0x017D, 0x008F, 0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122,
    0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178,
  ]
}

/// What the text of a whole .dbf has in common.
struct DBaseTextSurvey {
  /// Whether no byte is above 0x7F, so that all encodings known here agree.
  private(set) var isASCII = true
  /// Whether everything is valid UTF-8, allowing for characters cut off by the end of their field.
  private(set) var isUTF8 = true

  /// Takes in one value.
  mutating func look(at bytes: ArraySlice<UInt8>) {
    guard !bytes.allSatisfy({ $0 < 0x80 }) else { return }
    isASCII = false
    if isUTF8 { isUTF8 = String(validating: bytes.wholeCharacters, as: UTF8.self) != nil }
  }
}

extension RandomAccessCollection<UInt8> where SubSequence == ArraySlice<UInt8> {
  /// The bytes without the padding of blanks, zero bytes and the like at both ends.
  var trimmed: ArraySlice<UInt8> {
    var rest = self[...]
    while let first = rest.first, first <= 0x20 { rest.removeFirst() }
    while let last = rest.last, last <= 0x20 { rest.removeLast() }
    return rest
  }

  /// The bytes without the beginning of a UTF-8 character at the end, which is what is left by a writer that
  /// cuts a value to the length of its field.
  fileprivate var wholeCharacters: ArraySlice<UInt8> {
    let rest = self[...]
    for (distance, byte) in rest.suffix(3).reversed().enumerated() {
      if byte < 0x80 { break }
      guard byte >= 0xC0 else { continue }
      let needed = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
      return needed > distance + 1 ? rest.dropLast(distance + 1) : rest
    }
    return rest
  }
}
