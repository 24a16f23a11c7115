import Footprints

extension MultiPolygonArray {
  /// The same rings with other coordinates, as many as before.
  func replacingCoordinates(_ new: [Coordinate]) -> MultiPolygonArray {
    MultiPolygonArray(
      coordinates: new, ringOffsets: ringOffsets, polygonOffsets: polygonOffsets, areaOffsets: areaOffsets)
  }
}
