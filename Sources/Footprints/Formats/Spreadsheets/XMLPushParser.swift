import CExpat

/// What takes the parts of an XML document as they come.
///
/// Names are without their prefix (`table-cell` for `table:table-cell`): the documents read here have no two elements that
/// differ in it alone, and writers choose prefixes as they like.
protocol XMLHandler: AnyObject {
  /// An element begins. Whatever is thrown ends the reading.
  func start(_ name: String, _ attributes: XMLAttributes) throws(FootprintsError)
  /// An element ends.
  func end(_ name: String) throws(FootprintsError)
  /// Text of an element, perhaps not all of it at once.
  func text(_ text: String) throws(FootprintsError)
}

/// The attributes of an element, by their names without prefix.
struct XMLAttributes {
  fileprivate(set) var pairs: [(name: String, value: String)] = []

  /// The value of an attribute; nil where there is none.
  subscript(_ name: String) -> String? { pairs.first { $0.name == name }?.value }
}

/// An XML document, read by expat as its bytes come, so that it need never be in memory as a whole.
///
/// A document type is refused, and with it every entity of its own: nothing is expanded and nothing outside is asked for.
final class XMLPushParser {
  /// The deepest nesting of elements.
  private static let deepest = 256
  /// The most bytes that the attributes of one element have.
  private static let longestAttributes = 1 << 20

  private let parser: XML_Parser
  private let handler: any XMLHandler
  private let file: String
  private let part: String
  private var depth = 0
  private var failure: FootprintsError?

  /// Begins a document.
  ///
  /// - Parameters:
  ///   - file: the file, for messages.
  ///   - part: which document inside it.
  ///   - handler: what takes its parts.
  init(file: String, part: String, handler: any XMLHandler) throws(FootprintsError) {
    guard let parser = XML_ParserCreate(nil) else {
      throw FootprintsError(.fault, "there is no memory to read XML", file: file)
    }
    (self.parser, self.file, self.part, self.handler) = (parser, file, part, handler)
    // The parser knows this object for as long as the object lives, and calls back only while it is asked to parse.
    XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
    XML_SetElementHandler(parser, Self.started, Self.ended)
    XML_SetCharacterDataHandler(parser, Self.written)
    XML_SetStartDoctypeDeclHandler(parser, Self.typed)
  }

  deinit { XML_ParserFree(parser) }

  /// Takes the next bytes. Throws `badData` where they are no XML, and what the handler throws.
  func parse(_ bytes: [UInt8], isLast: Bool = false) throws(FootprintsError) {
    let status = bytes.withUnsafeBytes { raw in
      XML_Parse(
        parser, raw.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(raw.count), isLast ? 1 : 0)
    }
    if let failure { throw failure }
    if status == XML_STATUS_OK { return }
    let code = XML_GetErrorCode(parser)
    let reason = XML_ErrorString(code).map { String(cString: $0) } ?? "error \(code.rawValue)"
    throw FootprintsError(
      .badData, "\(part) inside it is no XML that can be read: \(reason)", file: file,
      place: "\(part), line \(XML_GetCurrentLineNumber(parser))",
      remedy: "Open it in a spreadsheet program and save it again.")
  }

  private func guarded(_ body: () throws(FootprintsError) -> Void) {
    if failure != nil { return }
    do throws(FootprintsError) {
      try body()
    } catch {
      failure = error.inFile(file)
      XML_StopParser(parser, 0)
    }
  }

  private func refused(_ what: String) -> FootprintsError {
    FootprintsError(
      .badData, "\(part) inside it \(what)", file: file,
      remedy: "Open it in a spreadsheet program and save it again.")
  }

  private static func parser(_ data: UnsafeMutableRawPointer?) -> XMLPushParser? {
    data.map { Unmanaged<XMLPushParser>.fromOpaque($0).takeUnretainedValue() }
  }

  /// A name without its prefix.
  private static func local(_ name: UnsafePointer<XML_Char>) -> String {
    var start = name
    var next = name
    while next.pointee != 0 {
      if next.pointee == 0x3A { start = next + 1 }
      next += 1
    }
    return String(cString: start)
  }

  private static let started: XML_StartElementHandler = { data, name, attributes in
    guard let own = parser(data), let name else { return }
    own.guarded { () throws(FootprintsError) in
      own.depth += 1
      if own.depth > deepest { throw own.refused("nests elements more than \(deepest) deep") }
      var list = XMLAttributes()
      var size = 0
      var next = attributes
      while let place = next, let key = place[0], let value = place[1] {
        let text = String(cString: value)
        size += text.utf8.count
        if size > longestAttributes {
          throw own.refused("has an element with more than \(longestAttributes) bytes of attributes")
        }
        list.pairs.append((local(key), text))
        next = place + 2
      }
      try own.handler.start(local(name), list)
    }
  }

  private static let ended: XML_EndElementHandler = { data, name in
    guard let own = parser(data), let name else { return }
    own.guarded { () throws(FootprintsError) in
      own.depth -= 1
      try own.handler.end(local(name))
    }
  }

  private static let written: XML_CharacterDataHandler = { data, bytes, count in
    guard let own = parser(data), let bytes else { return }
    own.guarded { () throws(FootprintsError) in
      let raw = UnsafeRawBufferPointer(start: bytes, count: Int(count))
      try own.handler.text(String(decoding: raw, as: UTF8.self))
    }
  }

  private static let typed: XML_StartDoctypeDeclHandler = { data, _, _, _, _ in
    guard let own = parser(data) else { return }
    own.guarded { () throws(FootprintsError) in
      throw own.refused("has a document type, which workbooks have not: what it declares is not read")
    }
  }
}

extension ZipArchive {
  /// Reads an entry as XML, part by part. Throws as `stream` and `XMLPushParser` do.
  borrowing func parse(
    _ entry: Entry, limit: UInt64, with handler: any XMLHandler, file: String
  ) throws(FootprintsError) {
    let parser = try XMLPushParser(file: file, part: entry.name, handler: handler)
    try stream(entry, limit: limit) { (part) throws(FootprintsError) in try parser.parse(part) }
    try parser.parse([], isLast: true)
  }
}
