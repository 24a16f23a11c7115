/// A geometry as GeoPackage stores it: a header of its own, then well-known binary (OGC 12-128, clause 2.1.3).
enum GeoPackageGeometry {
  /// Checks a geometry and appends its well-known binary.
  static func read(
    _ bytes: UnsafeRawBufferPointer, to out: inout [UInt8]
  ) throws(FootprintsError) -> (type: GeometryType, parts: PositionParts) {
    guard bytes.count >= 8, bytes[0] == 0x47, bytes[1] == 0x50 else {
      throw FootprintsError(.badData, "a geometry is not in the form of a GeoPackage")
    }
    let flags = bytes[3]
    guard flags & 0x20 == 0 else {
      throw FootprintsError(.badData, "a geometry is of a type that an extension of GeoPackage defines")
    }
    let envelope = [0, 32, 48, 48, 64, -1, -1, -1][Int(flags >> 1) & 7]
    guard envelope >= 0, bytes.count >= 8 + envelope else {
      throw FootprintsError(.badData, "a geometry cannot be read: its envelope is broken")
    }
    return try WKB.append(UnsafeRawBufferPointer(rebasing: bytes[(8 + envelope)...]), to: &out)
  }

  /// Appends a geometry of a batch with its header: little-endian, and with the box around it unless it is a point, which
  /// is its own box, or empty.
  static func write(
    _ geometry: UnsafeRawBufferPointer, system: Int32, box: Box, to out: inout [UInt8]
  ) {
    let hasEnvelope = !box.isEmpty && WKB.type(of: geometry).type != .point
    out.append(contentsOf: [0x47, 0x50, 0, (box.isEmpty ? 0x10 : 0) | (hasEnvelope ? 2 : 0) | 1])
    WKB.append(UInt32(bitPattern: system), to: &out)
    if hasEnvelope {
      for number in [box.min.x, box.max.x, box.min.y, box.max.y] { WKB.append(number, to: &out) }
    }
    out.append(contentsOf: geometry)
  }
}
