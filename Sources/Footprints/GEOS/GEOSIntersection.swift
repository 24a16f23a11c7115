import CGEOS

extension GEOSGeometry {
  /// The common part of two valid geometries, by OverlayNG in floating point (`GEOSIntersection_r`).
  package func intersection(_ other: borrowing GEOSGeometry) throws(FootprintsError) -> GEOSGeometry {
    try GEOSGeometry(
      owning: GEOSIntersection_r(context.handle, pointer, other.pointer), in: context, from: "an intersection"
    )
  }
}
