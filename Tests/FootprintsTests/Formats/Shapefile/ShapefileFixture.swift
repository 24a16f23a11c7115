/// Writes small Shapefiles in memory, right or wrong as a test asks for.
struct ShapefileFixture {
  /// One ring as pairs of x and y.
  typealias Ring = [(Double, Double)]

  /// The contents of the records, shape type first.
  var records: [[UInt8]] = []
  /// The shape type in the header.
  var type: Int32 = 5

  /// A clockwise square, which is how the format draws exteriors.
  static func square(_ x: Double, _ y: Double, _ side: Double) -> Ring {
    [(x, y), (x, y + side), (x + side, y + side), (x + side, y), (x, y)]
  }

  /// A counter-clockwise square, which is how the format draws holes.
  static func hole(_ x: Double, _ y: Double, _ side: Double) -> Ring { square(x, y, side).reversed() }

  /// A file of polygon records.
  init(_ shapes: [[Ring]] = []) {
    for rings in shapes { records.append(Self.polygon(rings)) }
  }

  /// The content of a polygon record; PolygonZ and PolygonM get their extra values.
  static func polygon(_ rings: [Ring], type: Int32 = 5) -> [UInt8] {
    let points = rings.flatMap { $0 }
    var content = little(type)
    let xs = points.map(\.0)
    let ys = points.map(\.1)
    for bound in [xs.min() ?? 0, ys.min() ?? 0, xs.max() ?? 0, ys.max() ?? 0] { content += bits(bound) }
    content += little(Int32(rings.count)) + little(Int32(points.count))
    var first: Int32 = 0
    for ring in rings {
      content += little(first)
      first += Int32(ring.count)
    }
    for (x, y) in points { content += bits(x) + bits(y) }
    let extra = type == 15 ? 2 : type == 25 ? 1 : 0
    for _ in 0..<extra {
      content += bits(0.0) + bits(9.0)
      for _ in points { content += bits(7.0) }
    }
    return content
  }

  /// The bytes of the .shp.
  var shp: [UInt8] {
    var body: [UInt8] = []
    for (index, content) in records.enumerated() {
      body += big(Int32(index + 1)) + big(Int32(content.count / 2)) + content
    }
    var header = big(9994) + [UInt8](repeating: 0, count: 20)
    header += big(Int32((100 + body.count) / 2)) + little(1000) + little(type)
    header += [UInt8](repeating: 0, count: 64)
    return header + body
  }
}

extension ShapefileFixture {
  /// Where the header of each record begins in `shp`, and the bytes of its content.
  var places: [(offset: Int, length: Int)] {
    var offset = 100
    return records.map { content in
      defer { offset += 8 + content.count }
      return (offset, content.count)
    }
  }

  /// The bytes of the .shx.
  var shx: [UInt8] { Self.shx(places) }

  /// A .shx with these entries.
  static func shx(_ places: [(offset: Int, length: Int)]) -> [UInt8] {
    var header = big(9994) + [UInt8](repeating: 0, count: 20)
    header += big(Int32(50 + 4 * places.count)) + little(1000) + little(5)
    header += [UInt8](repeating: 0, count: 64)
    return header + places.flatMap { big(Int32($0.offset / 2)) + big(Int32($0.length / 2)) }
  }
}

/// Writes small .dbf tables.
struct DBaseFixture {
  /// Name, type letter, width.
  var fields: [(String, Character, Int)]
  /// The values of each record.
  var records: [[[UInt8]]]
  /// The records marked as deleted.
  var deleted: Set<Int> = []
  /// Byte 29 of the header.
  var languageDriver: UInt8 = 0

  /// A table of texts in UTF-8.
  init(_ fields: [(String, Character, Int)], _ records: [[String]]) {
    self.fields = fields
    self.records = records.map { $0.map { Array($0.utf8) } }
  }

  /// The bytes of the .dbf.
  var bytes: [UInt8] {
    let headerLength = 32 + 32 * fields.count + 1
    let recordLength = 1 + fields.reduce(0) { $0 + $1.2 }
    var out: [UInt8] = [3, 121, 4, 1] + little(Int32(records.count))
    out += [UInt8(headerLength & 255), UInt8(headerLength >> 8)]
    out += [UInt8(recordLength & 255), UInt8(recordLength >> 8)]
    out += [UInt8](repeating: 0, count: 17) + [languageDriver, 0, 0]
    for (name, type, width) in fields {
      out += (Array(name.utf8) + [UInt8](repeating: 0, count: 11)).prefix(11)
      out += [type.asciiValue ?? 0, 0, 0, 0, 0, UInt8(width & 255), UInt8(width >> 8)]
      out += [UInt8](repeating: 0, count: 14)
    }
    out.append(0x0D)
    for (index, record) in records.enumerated() {
      out.append(deleted.contains(index) ? 0x2A : 0x20)
      for (value, field) in zip(record, fields) {
        out += (value + [UInt8](repeating: 0x20, count: field.2)).prefix(field.2)
      }
    }
    return out + [0x1A]
  }
}

func little(_ value: Int32) -> [UInt8] { (0..<4).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) } }
func big(_ value: Int32) -> [UInt8] { little(value).reversed() }
func bits(_ value: Double) -> [UInt8] {
  (0..<8).map { UInt8(truncatingIfNeeded: value.bitPattern >> (8 * UInt64($0))) }
}
