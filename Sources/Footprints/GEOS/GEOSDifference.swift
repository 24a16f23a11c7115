import CGEOS

extension GEOSGeometry {
  /// The part of this valid geometry that is not in the other (`GEOSDifference_r`).
  package func difference(_ other: borrowing GEOSGeometry) throws(FootprintsError) -> GEOSGeometry {
    try GEOSGeometry(
      owning: GEOSDifference_r(context.handle, pointer, other.pointer), in: context, from: "a difference")
  }
}
