import CGEOS

extension GEOSGeometry {
  /// The Voronoi cells of points: for each, in no particular order, the ground that lies nearer to it than to any other
  /// (`GEOSVoronoiDiagram_r`), as far as a box reaches.
  ///
  /// Precondition: at least two points, no two in one place.
  package static func voronoiCells(
    of points: [Coordinate], within box: Box, in context: GEOSContext
  ) throws(FootprintsError) -> MultiPolygonArray {
    let handle = context.handle
    // The vertices of any geometry will do as points.
    let line = try line(through: points, in: context)
    let corners = [
      box.min, box.max,
    ]
    let extent = try Self.line(through: corners, in: context)
    let cells = try GEOSGeometry(
      owning: GEOSVoronoiDiagram_r(handle, line.pointer, extent.pointer, 0, 0), in: context,
      from: "Voronoi cells")
    var array = MultiPolygonArray()
    for cell in 0..<GEOSGetNumGeometries_r(handle, cells.pointer) {
      guard let part = GEOSGetGeometryN_r(handle, cells.pointer, cell) else {
        throw context.failure("a Voronoi cell")
      }
      try appendPolygons(of: part, context, to: &array)
      array.endArea()
    }
    return array
  }

  private static func line(
    through points: [Coordinate], in context: GEOSContext
  ) throws(FootprintsError) -> GEOSGeometry {
    let handle = context.handle
    let values = points.flatMap { [$0.x, $0.y] }
    let sequence = GEOSCoordSeq_copyFromBuffer_r(handle, values, UInt32(points.count), 0, 0)
    return try GEOSGeometry(
      owning: sequence.flatMap { GEOSGeom_createLineString_r(handle, $0) }, in: context, from: "a line")
  }
}
