/// Goes through a geometry of a batch, which is known to be sound.
protocol WKBVisitor {
  /// A geometry begins; `parts` is how many rings or geometries it has, or positions of a line.
  mutating func begin(_ type: GeometryType, count: Int, _ parts: PositionParts)
  /// The positions of a point, a line, or a ring.
  mutating func positions(_ run: PositionRun)
  /// The geometry that began last ends.
  mutating func end(_ type: GeometryType)
}

/// Some positions in well-known binary.
struct PositionRun {
  /// The bytes of all of them.
  let bytes: UnsafeRawBufferPointer
  /// Where they begin in the geometry.
  let offset: Int
  /// Which numbers they have.
  let parts: PositionParts
  let count: Int

  init(bytes: UnsafeRawBufferPointer, offset: Int, parts: PositionParts) {
    self.bytes = bytes
    self.offset = offset
    self.parts = parts
    count = bytes.count / parts.stride
  }

  /// One number of a position: 0 for x, 1 for y, then height or measure.
  @inline(__always)
  func number(_ part: Int, of position: Int) -> Double {
    Double(
      bitPattern: UInt64(
        littleEndian: bytes.loadUnaligned(
          fromByteOffset: position * parts.stride + part * 8, as: UInt64.self)))
  }

  /// Where a position is.
  @inline(__always)
  subscript(_ position: Int) -> Coordinate { Coordinate(number(0, of: position), number(1, of: position)) }

  /// Whether it is the one position of an empty point.
  var isNowhere: Bool { count == 1 && number(0, of: 0).isNaN && number(1, of: 0).isNaN }
}

extension WKB {
  /// Shows a geometry to a visitor. Precondition: `append` made it; anything else ends the program at a bound.
  @inline(__always)
  static func walk(_ geometry: UnsafeRawBufferPointer, _ visitor: inout some WKBVisitor) {
    if geometry.isEmpty { return }
    var walk = Walk(geometry: geometry, at: 0)
    walk.geometry(&visitor)
  }

  /// The type of a geometry and which numbers its positions have.
  static func type(of geometry: UnsafeRawBufferPointer) -> (type: GeometryType, parts: PositionParts) {
    var walk = Walk(geometry: geometry, at: 1)
    return walk.header()
  }

  private struct Walk {
    let geometry: UnsafeRawBufferPointer
    var at: Int

    mutating func header() -> (GeometryType, PositionParts) {
      let code = number()
      guard let type = GeometryType(rawValue: UInt32(code % 1000)) else {
        preconditionFailure("a batch holds a geometry that was not checked")
      }
      return (type, PositionParts(rawValue: UInt32(code / 1000)))
    }

    mutating func geometry(_ visitor: inout some WKBVisitor) {
      at += 1
      let (type, parts) = header()
      switch type.content {
      case .position?:
        visitor.begin(type, count: 1, parts)
        positions(1, parts, &visitor)
      case .positions?:
        let count = number()
        visitor.begin(type, count: count, parts)
        positions(count, parts, &visitor)
      case .rings?:
        let rings = number()
        visitor.begin(type, count: rings, parts)
        for _ in 0..<rings { positions(number(), parts, &visitor) }
      case .geometries?:
        let members = number()
        visitor.begin(type, count: members, parts)
        for _ in 0..<members { geometry(&visitor) }
      case nil: preconditionFailure("a batch holds a geometry that was not checked")
      }
      visitor.end(type)
    }

    private mutating func positions(_ count: Int, _ parts: PositionParts, _ visitor: inout some WKBVisitor) {
      let size = count * parts.stride
      let bytes = UnsafeRawBufferPointer(rebasing: geometry[at..<at + size])
      visitor.positions(PositionRun(bytes: bytes, offset: at, parts: parts))
      at += size
    }

    private mutating func number() -> Int {
      precondition(geometry.count - at >= 4)
      defer { at += 4 }
      return Int(UInt32(littleEndian: geometry.loadUnaligned(fromByteOffset: at, as: UInt32.self)))
    }
  }
}
