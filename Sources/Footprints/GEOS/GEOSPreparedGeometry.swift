import CGEOS

/// A geometry with its index built, for many questions against the same area. It consumes the geometry it
/// was made from, so the two cannot be parted.
package struct GEOSPreparedGeometry: ~Copyable {
  private let prepared: OpaquePointer
  package let base: GEOSGeometry

  /// Prepares a geometry (`GEOSPrepare_r`); the index itself is built at the first question.
  package init(_ base: consuming GEOSGeometry) throws(FootprintsError) {
    guard let prepared = GEOSPrepare_r(base.context.handle, base.pointer) else {
      throw base.context.failure("a prepared geometry")
    }
    self.prepared = prepared
    self.base = base
  }

  deinit { GEOSPreparedGeom_destroy_r(base.context.handle, prepared) }

  /// Whether the two share at least a point (`GEOSPreparedIntersects_r`).
  package func intersects(_ other: borrowing GEOSGeometry) throws(FootprintsError) -> Bool {
    try answer(GEOSPreparedIntersects_r(base.context.handle, prepared, other.pointer))
  }

  /// Whether no point of the other lies outside (`GEOSPreparedCovers_r`).
  package func covers(_ other: borrowing GEOSGeometry) throws(FootprintsError) -> Bool {
    try answer(GEOSPreparedCovers_r(base.context.handle, prepared, other.pointer))
  }

  private func answer(_ value: CChar) throws(FootprintsError) -> Bool {
    guard value == 0 || value == 1 else { throw base.context.failure("a predicate") }
    return value == 1
  }
}
