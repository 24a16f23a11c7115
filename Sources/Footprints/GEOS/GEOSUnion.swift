import CGEOS

extension GEOSGeometry {
  /// The union of all parts of this geometry, which may overlap (`GEOSUnaryUnion_r`).
  package func union() throws(FootprintsError) -> GEOSGeometry {
    try GEOSGeometry(owning: GEOSUnaryUnion_r(context.handle, pointer), in: context, from: "a union")
  }
}
