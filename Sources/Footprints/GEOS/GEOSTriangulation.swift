import CGEOS

extension GEOSGeometry {
  /// The polygon cut into triangles between its own vertices, none of them longer than it needs to be
  /// (`GEOSConstrainedDelaunayTriangulation_r`).
  package func triangles() throws(FootprintsError) -> GEOSGeometry {
    try GEOSGeometry(
      owning: GEOSConstrainedDelaunayTriangulation_r(context.handle, pointer), in: context, from: "triangles")
  }
}
