/// A coordinate in whole units of the seventh decimal, about 11 mm.
struct FixedPoint: Equatable {
  let units: Int

  /// Precondition: at most 360 in size, which `GeoJSONRenderer` checks for every coordinate.
  @inline(__always)
  init(_ degrees: Double) { units = Int((degrees * 1e7).rounded()) }
}
