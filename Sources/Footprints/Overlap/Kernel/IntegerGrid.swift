/// A vertex on the integer grid, in units of 2^-17 m (7.6 micrometres) from the grid's origin.
///
/// Both coordinates lie within `IntegerGrid.limit` of 0, checked when a layer is made; every bound on
/// integer arithmetic in this folder rests on that.
struct GridPoint: Sendable, Equatable {
  var x: Int64
  var y: Int64
}

/// The integer grid that both layers of an overlay are rounded to, once.
///
/// The unit is 2^-17 m, 7.6 micrometres: a power of two, so that metres times `unitsPerMetre` is exact in
/// a Double, rounding is the only change a coordinate suffers, and grid coordinates turn back into metres
/// without any. The lattice is the same wherever the origin lies; the origin only keeps numbers small.
package struct IntegerGrid: Sendable, Equatable {
  /// Grid units in a metre.
  package static let unitsPerMetre = 131072.0
  /// The binary logarithm of `unitsPerMetre`.
  static let unitBits = 17
  /// The largest distance from the origin along either axis, in grid units: 8,389 km.
  package static let limit: Int64 = 1 << 40

  /// The origin in grid units from the origin of the reference system.
  let originX: Int64
  /// The origin in grid units from the origin of the reference system.
  let originY: Int64

  /// A grid with its origin in the middle of a box in metres, such as the union of both layers' boxes.
  /// A box that is empty or not finite gives the origin of the reference system.
  package init(around box: Box) {
    originX = Self.middle(box.min.x, box.max.x)
    originY = Self.middle(box.min.y, box.max.y)
  }

  /// A grid with its origin in the middle of all coordinates of the layers given.
  package init(covering layers: MultiPolygonArray..., jobs: Int) throws(FootprintsError) {
    var box = Box.empty
    for layer in layers { box.extend(to: try Self.box(of: layer, jobs: jobs)) }
    self.init(around: box)
  }

  /// The box of all coordinates of a layer.
  static func box(of layer: MultiPolygonArray, jobs: Int) throws(FootprintsError) -> Box {
    let pieces = Pieces(of: layer.coordinates.count, minimum: 1 << 16, jobs: jobs)
    let boxes = try parallelMap(count: pieces.count, jobs: jobs) { piece in
      var box = Box.empty
      layer.coordinates.withUnsafeBufferPointer { coordinates in
        for index in pieces[piece] { box.extend(to: coordinates[index]) }
      }
      return box
    }
    return boxes.reduce(into: Box.empty) { $0.extend(to: $1) }
  }

  private static func middle(_ low: Double, _ high: Double) -> Int64 {
    let middle = (low / 2 + high / 2).rounded()
    // 2^34 m: beyond it no coordinate is accepted anyway, see `point`.
    guard abs(middle) <= 0x1p34 else { return 0 }
    return Int64(middle * unitsPerMetre)
  }

  /// The grid point nearest to a coordinate in metres, ties to even; nil when the coordinate is not finite
  /// or lies beyond the limit.
  @inline(__always)
  func point(_ coordinate: Coordinate) -> GridPoint? {
    let x = coordinate.x * Self.unitsPerMetre
    let y = coordinate.y * Self.unitsPerMetre
    // The comparison is false for what is not a number. The origin is below the same bound.
    guard abs(x) <= 0x1p51, abs(y) <= 0x1p51 else { return nil }
    let point = GridPoint(x: Self.nearest(x) &- originX, y: Self.nearest(y) &- originY)
    guard point.x.magnitude <= UInt64(Self.limit), point.y.magnitude <= UInt64(Self.limit) else { return nil }
    return point
  }

  /// The integer nearest to a number of at most 2^51 in magnitude, ties to even.
  @inline(__always)
  private static func nearest(_ value: Double) -> Int64 {
    // Doubles from 2^52 to 2^53 are the integers, in order: the addition rounds, and the bits count.
    let shift = 0x1.8p52
    return Int64(bitPattern: (value + shift).bitPattern) &- Int64(bitPattern: shift.bitPattern)
  }

  /// The coordinate of a grid point in metres, exactly.
  @inline(__always)
  func coordinate(_ point: GridPoint) -> Coordinate {
    Coordinate(
      Double(point.x + originX) / Self.unitsPerMetre, Double(point.y + originY) / Self.unitsPerMetre)
  }
}
