/// Writes small zip archives (PKWARE APPNOTE.TXT 6.3), right or wrong as a test asks for.
struct ZipFixture {
  /// One file of the archive.
  struct Entry {
    var name: String
    var content: [UInt8]
    /// Whether it goes through deflate, in blocks that are not compressed.
    var isDeflated = false
    /// Bit 0: encrypted.
    var flags: UInt16 = 0
    /// What the archive says in place of the length.
    var statedSize: UInt32?
    /// Whether the checksum is wrong.
    var hasWrongChecksum = false
  }

  var entries: [Entry]

  init(_ entries: [Entry]) { self.entries = entries }

  /// The parts of a Shapefile under one name.
  static func layer(_ stem: String, suffixes: (String, String) = ("shp", "dbf"), code: String) -> [Entry] {
    let dbf = DBaseFixture([("CODE", "C", 8)], [[code]])
    return [
      Entry(name: "\(stem).\(suffixes.1)", content: dbf.bytes, isDeflated: true),
      Entry(
        name: "\(stem).\(suffixes.0)", content: ShapefileFixture([[ShapefileFixture.square(0, 0, 2)]]).shp),
      Entry(name: "\(stem).prj", content: Array("PROJCS[\"\(code)\"]".utf8)),
    ]
  }

  /// The bytes of the archive.
  var bytes: [UInt8] {
    var body: [UInt8] = []
    var directory: [UInt8] = []
    for entry in entries {
      let stored = entry.isDeflated ? Self.deflated(entry.content) : entry.content
      let name = Array(entry.name.utf8)
      var checksum = Self.checksum(entry.content)
      if entry.hasWrongChecksum { checksum ^= 1 }
      let size = entry.statedSize ?? UInt32(entry.content.count)
      var common = Self.two(20) + Self.two(entry.flags) + Self.two(entry.isDeflated ? 8 : 0) + Self.four(0)
      common += Self.four(checksum) + Self.four(UInt32(stored.count)) + Self.four(size)
      common += Self.two(UInt16(name.count)) + Self.two(0)
      directory += Self.four(0x0201_4B50) + Self.two(20) + common + Self.two(0) + Self.two(0) + Self.two(0)
      directory += Self.four(0) + Self.four(UInt32(body.count)) + name
      body += Self.four(0x0403_4B50) + common + name + stored
    }
    let count = Self.two(UInt16(entries.count))
    var end = Self.four(0x0605_4B50) + Self.two(0) + Self.two(0) + count + count
    end += Self.four(UInt32(directory.count)) + Self.four(UInt32(body.count)) + Self.two(0)
    return body + directory + end
  }

  private static func two(_ value: UInt16) -> [UInt8] { [UInt8(value & 255), UInt8(value >> 8)] }
  private static func four(_ value: UInt32) -> [UInt8] {
    two(UInt16(value & 65_535)) + two(UInt16(value >> 16))
  }

  /// Deflate (RFC 1951) with stored blocks only.
  private static func deflated(_ content: [UInt8]) -> [UInt8] {
    var out: [UInt8] = []
    var rest = content[...]
    repeat {
      let block = rest.prefix(65_535)
      rest = rest.dropFirst(65_535)
      let length = UInt16(block.count)
      out += [rest.isEmpty ? 1 : 0] + two(length) + two(~length) + block
    } while !rest.isEmpty
    return out
  }

  /// CRC-32 as in APPNOTE.TXT.
  private static func checksum(_ content: [UInt8]) -> UInt32 {
    var crc = UInt32.max
    for byte in content {
      crc ^= UInt32(byte)
      for _ in 0..<8 { crc = crc & 1 == 0 ? crc >> 1 : crc >> 1 ^ 0xEDB8_8320 }
    }
    return ~crc
  }
}
