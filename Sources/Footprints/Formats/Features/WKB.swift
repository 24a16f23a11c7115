/// Well-known binary (ISO 13249-3, which OGC Simple Features and GeoPackage share): how the geometry of a feature travels
/// from a reader to a writer.
package enum WKB {
  /// Geometries may be nested this deep: collections of collections.
  static let deepest = 16

  /// Checks a geometry from anywhere and appends it in the one form that batches have: little-endian, ISO type codes.
  ///
  /// Takes either byte order, and the type codes of PostGIS (flags for heights, measures and an SRID, which is left out).
  /// Bytes after its end are not looked at. Throws `badData` for counts that the bytes cannot hold, types that do not
  /// exist, nesting without end, and positions that are infinite or not numbers, other than that of an empty point.
  package static func append(
    _ source: UnsafeRawBufferPointer, to out: inout [UInt8]
  ) throws(FootprintsError) -> (type: GeometryType, parts: PositionParts) {
    var parser = Parser(source: source, at: 0)
    let start = out.count
    do throws(FootprintsError) {
      return try parser.geometry(&out, depth: 0, within: nil)
    } catch {
      out.removeLast(out.count - start)
      throw error
    }
  }

  /// Appends the header of a geometry: byte order and type.
  static func appendHeader(_ type: GeometryType, _ parts: PositionParts, to out: inout [UInt8]) {
    out.append(1)
    append(type.rawValue + parts.codeOffset, to: &out)
  }

  /// Appends a number of four bytes.
  @inline(__always)
  static func append(_ number: UInt32, to out: inout [UInt8]) {
    withUnsafeBytes(of: number.littleEndian) { out.append(contentsOf: $0) }
  }

  /// Appends a number of eight bytes.
  @inline(__always)
  static func append(_ number: Double, to out: inout [UInt8]) {
    withUnsafeBytes(of: number.bitPattern.littleEndian) { out.append(contentsOf: $0) }
  }

  /// Changes a number of four bytes.
  static func set(_ number: UInt32, at place: Int, in out: inout [UInt8]) {
    for byte in 0..<4 { out[place + byte] = UInt8(truncatingIfNeeded: number >> UInt32(8 * byte)) }
  }

  private struct Parser {
    let source: UnsafeRawBufferPointer
    var at: Int

    mutating func geometry(
      _ out: inout [UInt8], depth: Int, within outer: GeometryType?
    ) throws(FootprintsError) -> (GeometryType, PositionParts) {
      guard depth < WKB.deepest else {
        throw Self.broken("it is nested more than \(WKB.deepest) levels deep")
      }
      guard at < source.count else { throw Self.short }
      let order = source[at]
      guard order <= 1 else { throw Self.broken("byte order \(order)") }
      let isBig = order == 0
      at += 1
      let code = try number(isBig)
      var parts: PositionParts = []
      if code & 0x8000_0000 != 0 { parts.insert(.height) }
      if code & 0x4000_0000 != 0 { parts.insert(.measure) }
      if code & 0x2000_0000 != 0 { _ = try number(isBig) }
      let plain = code & 0x1FFF_FFFF
      guard plain < 4000, let type = GeometryType(rawValue: plain % 1000), let content = type.content else {
        throw Self.broken("there is no geometry type \(code)")
      }
      parts.formUnion(PositionParts(rawValue: plain / 1000))
      WKB.appendHeader(type, parts, to: &out)
      switch content {
      case .position: try positions(1, parts, isBig, &out, mayBeNowhere: true)
      case .positions: try countedPositions(parts, isBig, &out)
      case .rings:
        for _ in 0..<(try count(isBig, least: 4, &out)) { try countedPositions(parts, isBig, &out) }
      case .geometries:
        // The least is a header and a count of nothing.
        for _ in 0..<(try count(isBig, least: 9, &out)) {
          let inner = try geometry(&out, depth: depth + 1, within: type)
          if let one = Self.members[type], one != inner.0 {
            throw Self.broken("a \(type.name) that holds a \(inner.0.name)")
          }
        }
      }
      return (type, parts)
    }

    private static let members: [GeometryType: GeometryType] = [
      .multiPoint: .point, .multiLineString: .lineString, .multiPolygon: .polygon,
      .polyhedralSurface: .polygon,
      .tin: .triangle,
    ]

    private mutating func countedPositions(
      _ parts: PositionParts, _ isBig: Bool, _ out: inout [UInt8]
    ) throws(FootprintsError) {
      try positions(try count(isBig, least: parts.stride, &out), parts, isBig, &out)
    }

    private mutating func positions(
      _ count: Int, _ parts: PositionParts, _ isBig: Bool, _ out: inout [UInt8], mayBeNowhere: Bool = false
    ) throws(FootprintsError) {
      let size = count * parts.stride
      guard source.count - at >= size else { throw Self.short }
      let bytes = UnsafeRawBufferPointer(rebasing: source[at..<at + size])
      at += size
      for place in stride(from: 0, to: size, by: parts.stride) {
        let x = Self.number(bytes, place, isBig)
        let y = Self.number(bytes, place + 8, isBig)
        if x.isFinite && y.isFinite || mayBeNowhere && x.isNaN && y.isNaN { continue }
        throw Self.broken("the position (\(x), \(y)) is none")
      }
      if !isBig {
        out.append(contentsOf: bytes)
        return
      }
      for place in stride(from: 0, to: size, by: 8) { WKB.append(Self.number(bytes, place, true), to: &out) }
    }

    @inline(__always)
    private static func number(_ bytes: UnsafeRawBufferPointer, _ place: Int, _ isBig: Bool) -> Double {
      let bits = bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self)
      return Double(bitPattern: isBig ? UInt64(bigEndian: bits) : UInt64(littleEndian: bits))
    }

    /// A count of things that take at least so many bytes each.
    private mutating func count(
      _ isBig: Bool, least: Int, _ out: inout [UInt8]
    ) throws(FootprintsError) -> Int {
      let count = try number(isBig)
      guard Int(count) <= (source.count - at) / least else { throw Self.short }
      WKB.append(count, to: &out)
      return Int(count)
    }

    private mutating func number(_ isBig: Bool) throws(FootprintsError) -> UInt32 {
      guard source.count - at >= 4 else { throw Self.short }
      let number = source.loadUnaligned(fromByteOffset: at, as: UInt32.self)
      at += 4
      return isBig ? UInt32(bigEndian: number) : UInt32(littleEndian: number)
    }

    private static var short: FootprintsError { broken("it ends too early") }

    private static func broken(_ why: String) -> FootprintsError {
      FootprintsError(
        .badData, "a geometry cannot be read: \(why)",
        remedy: "Write the file again, or leave this feature out.")
    }
  }
}
