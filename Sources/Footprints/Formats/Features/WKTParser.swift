/// Reads a geometry from well-known text (ISO 13249-3), in any letter case, with or without the `SRID=...;` of PostGIS.
///
/// The seven types of straight lines are read. Positions of three numbers have heights, whether the text says `Z` or not.
struct WKTParser {
  private let text: UnsafeBufferPointer<UInt8>
  private var at = 0

  /// Appends the geometry as well-known binary. Throws `badData` for what is none, with the character where that shows.
  static func append(_ text: UnsafeBufferPointer<UInt8>, to out: inout [UInt8]) throws(FootprintsError) {
    var parser = WKTParser(text: text)
    let start = out.count
    do throws(FootprintsError) {
      if let semicolon = text.prefix(20).firstIndex(of: UInt8(ascii: ";")),
        text.prefix(5).elementsEqual("SRID=".utf8)
      {
        parser.at = semicolon + 1
      }
      try parser.geometry(&out, depth: 0)
      parser.skipSpace()
      if parser.at < text.count { throw parser.failure("something follows its end") }
    } catch {
      out.removeLast(out.count - start)
      throw error
    }
  }

  private mutating func geometry(_ out: inout [UInt8], depth: Int) throws(FootprintsError) {
    guard depth < WKB.deepest else { throw failure("it is nested more than \(WKB.deepest) levels deep") }
    let name = word()
    var parts: PositionParts?
    var label = ""
    // POINTZ is as good as POINT Z.
    var type = GeometryType(named: name)
    for (ending, said) in [("zm", [.height, .measure]), ("z", .height), ("m", .measure)]
      as [(String, PositionParts)] where type == nil && name.hasSuffix(ending)
    {
      (type, parts) = (GeometryType(named: name.dropLast(ending.count)), said)
    }
    guard let type, type.isSimple else { throw failure("'\(name.excerpt)' is no type of geometry") }
    let before = at
    label = word()
    switch label {
    case "z": parts = .height
    case "m": parts = .measure
    case "zm": parts = [.height, .measure]
    default: at = before
    }
    let own = parts ?? (type == .geometryCollection ? [] : partsAhead())
    WKB.appendHeader(type, own, to: &out)
    switch type.content {
    case .position:
      if isEmpty() {
        for _ in 0..<own.numbers { WKB.append(Double.nan, to: &out) }
      } else {
        try expect("(")
        try position(own, &out)
        try expect(")")
      }
    case .positions: try positions(own, &out)
    case .rings: try list(&out) { (parser, out) throws(FootprintsError) in try parser.positions(own, &out) }
    case .geometries, nil:
      try list(&out) { (parser, out) throws(FootprintsError) in
        try parser.member(of: type, own, &out, depth: depth + 1)
      }
    }
  }

  private mutating func member(
    of type: GeometryType, _ parts: PositionParts, _ out: inout [UInt8], depth: Int
  ) throws(FootprintsError) {
    switch type {
    case .multiPoint:
      WKB.appendHeader(.point, parts, to: &out)
      if isEmpty() {
        for _ in 0..<parts.numbers { WKB.append(Double.nan, to: &out) }
        return
      }
      let isWrapped = take("(")
      try position(parts, &out)
      if isWrapped { try expect(")") }
    case .multiLineString:
      WKB.appendHeader(.lineString, parts, to: &out)
      try positions(parts, &out)
    case .multiPolygon:
      WKB.appendHeader(.polygon, parts, to: &out)
      try list(&out) { (parser, out) throws(FootprintsError) in try parser.positions(parts, &out) }
    default: try geometry(&out, depth: depth)
    }
  }

  private mutating func positions(_ parts: PositionParts, _ out: inout [UInt8]) throws(FootprintsError) {
    try list(&out) { (parser, out) throws(FootprintsError) in try parser.position(parts, &out) }
  }

  /// A count, and as many things between brackets with commas between them; or EMPTY.
  private mutating func list(
    _ out: inout [UInt8], _ member: (inout WKTParser, inout [UInt8]) throws(FootprintsError) -> Void
  ) throws(FootprintsError) {
    let place = out.count
    WKB.append(UInt32(0), to: &out)
    if isEmpty() { return }
    var count: UInt32 = 0
    try expect("(")
    repeat {
      try member(&self, &out)
      count += 1
    } while take(",")
    try expect(")")
    WKB.set(count, at: place, in: &out)
  }

  private mutating func position(_ parts: PositionParts, _ out: inout [UInt8]) throws(FootprintsError) {
    for _ in 0..<parts.numbers { WKB.append(try number(), to: &out) }
  }

  /// Which numbers the first position that follows has.
  private func partsAhead() -> PositionParts {
    let first = text[at...].drop { $0 <= 0x20 || $0 == UInt8(ascii: "(") }
    let position = first.prefix { $0 != UInt8(ascii: ",") && $0 != UInt8(ascii: ")") }
    switch position.split(whereSeparator: { $0 <= 0x20 }).count {
    case 3: return .height
    case 4: return [.height, .measure]
    default: return []
    }
  }

  private mutating func number() throws(FootprintsError) -> Double {
    skipSpace()
    let first = at
    while at < text.count, text[at] > 0x20, text[at] != UInt8(ascii: ","), text[at] != UInt8(ascii: ")") {
      at += 1
    }
    let word = text[first..<at]
    guard !word.isEmpty, word.count <= 400, let number = Double(String(decoding: word, as: UTF8.self)),
      number.isFinite
    else {
      at = first
      throw failure("there is no number")
    }
    return number
  }

  /// The next word in small letters; empty where there is none.
  private mutating func word() -> String {
    skipSpace()
    let first = at
    while at < text.count, at - first < 40, (text[at] | 0x20) &- 0x61 < 26 { at += 1 }
    return String(decoding: text[first..<at], as: UTF8.self).lowercased()
  }

  private mutating func isEmpty() -> Bool {
    let before = at
    if word() == "empty" { return true }
    at = before
    return false
  }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    skipSpace()
    guard at < text.count, text[at] == UInt8(ascii: character) else { return false }
    at += 1
    return true
  }

  private mutating func expect(_ character: Unicode.Scalar) throws(FootprintsError) {
    if !take(character) { throw failure("there is no '\(character)'") }
  }

  private mutating func skipSpace() { while at < text.count, text[at] <= 0x20 { at += 1 } }

  private func failure(_ why: String) -> FootprintsError {
    FootprintsError(
      .badData, "well-known text cannot be read: \(why) at its character \(at + 1)",
      remedy: "Write the file again, or correct the cell.")
  }

  private init(text: UnsafeBufferPointer<UInt8>) { self.text = text }
}
