import CGEOS

extension GEOSGeometry {
  /// The area, in the square of the unit of the coordinates (`GEOSArea_r`).
  package func area() throws(FootprintsError) -> Double {
    var value = 0.0
    guard GEOSArea_r(context.handle, pointer, &value) == 1 else { throw context.failure("an area") }
    return value
  }

  /// The length of all rings, in the unit of the coordinates (`GEOSLength_r`).
  package func length() throws(FootprintsError) -> Double {
    var value = 0.0
    guard GEOSLength_r(context.handle, pointer, &value) == 1 else { throw context.failure("a length") }
    return value
  }
}
