import CGEOS

extension GEOSGeometry {
  /// The same geometry with all coordinates on a grid of this width, valid there: vertices that come together are one,
  /// and what collapses is gone (`GEOSGeom_setPrecision_r`).
  package func snapped(to width: Double) throws(FootprintsError) -> GEOSGeometry {
    try GEOSGeometry(
      owning: GEOSGeom_setPrecision_r(context.handle, pointer, width, 0), in: context, from: "a rounding")
  }
}
