import CGEOS

/// An owned GEOS geometry, destroyed at the end of its life. It keeps its context alive.
package struct GEOSGeometry: ~Copyable {
  let pointer: OpaquePointer
  let context: GEOSContext

  /// Takes ownership of a geometry that a GEOS function returned; throws what GEOS said when it is null.
  init(
    owning pointer: OpaquePointer?, in context: GEOSContext, from operation: String
  ) throws(FootprintsError) {
    guard let pointer else { throw context.failure(operation) }
    self.pointer = pointer
    self.context = context
  }

  deinit { GEOSGeom_destroy_r(context.handle, pointer) }
}

extension GEOSGeometry {
  /// A multipolygon made from one area of an array (`GEOSCoordSeq_copyFromBuffer_r` and the constructors).
  ///
  /// Rings of fewer than four coordinates are left out, because GEOS refuses them; they have no area.
  package init(
    area: Int, of array: MultiPolygonArray, in context: GEOSContext
  ) throws(FootprintsError) {
    let polygons = array.polygons(of: area)
    try self.init(polygons: polygons, of: array, in: context)
  }

  /// A multipolygon made from a run of polygons of an array.
  package init(
    polygons: Range<Int>, of array: MultiPolygonArray, in context: GEOSContext
  ) throws(FootprintsError) {
    let handle = context.handle
    var parts: [OpaquePointer?] = []
    parts.reserveCapacity(polygons.count)
    func fail(_ error: FootprintsError) -> FootprintsError {
      for part in parts { GEOSGeom_destroy_r(handle, part) }
      return error
    }
    for polygon in polygons {
      var shell: OpaquePointer?
      var holes: [OpaquePointer?] = []
      for ring in array.rings(of: polygon) where array.vertices(of: ring).count >= 4 {
        guard let made = Self.ring(array, ring, handle) else {
          GEOSGeom_destroy_r(handle, shell)
          for hole in holes { GEOSGeom_destroy_r(handle, hole) }
          throw fail(context.failure("a ring"))
        }
        if shell == nil { shell = made } else { holes.append(made) }
      }
      guard let shell else { continue }
      let count = UInt32(holes.count)
      guard let part = GEOSGeom_createPolygon_r(handle, shell, &holes, count) else {
        throw fail(context.failure("a polygon"))
      }
      parts.append(part)
    }
    let made = GEOSGeom_createCollection_r(
      handle, Int32(GEOS_MULTIPOLYGON.rawValue), &parts, UInt32(parts.count))
    try self.init(owning: made, in: context, from: "a multipolygon")
  }

  private static func ring(
    _ array: MultiPolygonArray, _ ring: Int, _ handle: GEOSContextHandle_t
  ) -> OpaquePointer? {
    let range = array.vertices(of: ring)
    let sequence = array.coordinates.withUnsafeBytes { bytes -> OpaquePointer? in
      // Coordinate is two doubles side by side (MemoryLayout size 16, checked in the tests), which is the
      // buffer that GEOS copies from.
      guard let base = bytes.baseAddress else { return nil }
      let start = (base + range.lowerBound * MemoryLayout<Coordinate>.stride).assumingMemoryBound(
        to: Double.self)
      return GEOSCoordSeq_copyFromBuffer_r(handle, start, UInt32(range.count), 0, 0)
    }
    guard let sequence else { return nil }
    return GEOSGeom_createLinearRing_r(handle, sequence)
  }

  /// Appends the polygons of the geometry, whatever kind it is, as one area of an array; lines and points
  /// of a collection have no area and are left out (`GEOSCoordSeq_copyToBuffer_r`).
  package func appendArea(to array: inout MultiPolygonArray) throws(FootprintsError) {
    try Self.appendPolygons(of: pointer, context, to: &array)
    array.endArea()
  }

  static func appendPolygons(
    of geometry: OpaquePointer, _ context: GEOSContext, to array: inout MultiPolygonArray
  ) throws(FootprintsError) {
    let handle = context.handle
    switch GEOSGeomTypeId_r(handle, geometry) {
    case Int32(GEOS_POLYGON.rawValue):
      if GEOSisEmpty_r(handle, geometry) == 1 { return }
      guard let shell = GEOSGetExteriorRing_r(handle, geometry) else { throw context.failure("a shell") }
      try appendRing(shell, context, to: &array)
      let holes = GEOSGetNumInteriorRings_r(handle, geometry)
      for index in 0..<Swift.max(0, holes) {
        guard let hole = GEOSGetInteriorRingN_r(handle, geometry, index) else {
          throw context.failure("a hole")
        }
        try appendRing(hole, context, to: &array)
      }
      array.endPolygon()
    case Int32(GEOS_MULTIPOLYGON.rawValue), Int32(GEOS_GEOMETRYCOLLECTION.rawValue):
      let count = GEOSGetNumGeometries_r(handle, geometry)
      for index in 0..<Swift.max(0, count) {
        guard let part = GEOSGetGeometryN_r(handle, geometry, index) else { throw context.failure("a part") }
        try appendPolygons(of: part, context, to: &array)
      }
    default: break
    }
  }

  private static func appendRing(
    _ ring: OpaquePointer, _ context: GEOSContext, to array: inout MultiPolygonArray
  ) throws(FootprintsError) {
    let handle = context.handle
    guard let sequence = GEOSGeom_getCoordSeq_r(handle, ring) else { throw context.failure("a ring") }
    var size: UInt32 = 0
    guard GEOSCoordSeq_getSize_r(handle, sequence, &size) == 1 else { throw context.failure("a ring") }
    let count = Int(size)
    let values = [Double](unsafeUninitializedCapacity: count * 2) { buffer, filled in
      filled = GEOSCoordSeq_copyToBuffer_r(handle, sequence, buffer.baseAddress, 0, 0) == 1 ? count * 2 : 0
    }
    guard values.count == count * 2 else { throw context.failure("a ring") }
    for index in 0..<count { array.append(Coordinate(values[2 * index], values[2 * index + 1])) }
    array.endRing()
  }
}
