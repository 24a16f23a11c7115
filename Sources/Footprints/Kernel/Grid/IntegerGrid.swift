/// A vertex on the integer grid, in grid units from the grid's origin.
///
/// Both coordinates lie within `IntegerGrid.limit` of 0, checked when a layer is made; every bound on
/// integer arithmetic in the kernel rests on that.
struct GridPoint: Sendable, Equatable {
  var x: Int64
  var y: Int64
}

/// The integer grid that both layers of an overlay are rounded to, once.
///
/// The unit is 2^-20 m, 1 micrometre, where all coordinates lie within 1,048 km of the origin, as those of
/// England do, and else 2^-17 m, 7.6 micrometres. A power of two, so that metres times `unitsPerMetre`
/// is exact in a Double, rounding is the only change a coordinate suffers, and grid coordinates turn back
/// into metres without any. The origin only keeps numbers small.
package struct IntegerGrid: Sendable, Equatable {
  /// The largest distance from the origin along either axis, in grid units: 1,048 or 8,388 km.
  package static let limit: Int64 = 1 << 40
  /// The binary logarithms of the possible numbers of units in a metre, the finest first.
  package static let unitBits = [20, 17]

  /// The binary logarithm of `unitsPerMetre`.
  package let unitBits: Int
  /// The origin in grid units from the origin of the reference system.
  let originX: Int64
  /// The origin in grid units from the origin of the reference system.
  let originY: Int64

  /// Grid units in a metre.
  package var unitsPerMetre: Double { Double(1 << unitBits) }

  /// The finest grid that holds a box in metres around an origin. `origin` gives the one for a number of metres
  /// from the origin to the limit, in metres of which the grid's unit is a part. A box that is empty or not finite
  /// gives the origin of the reference system.
  private init(holding box: Box, origin: (Double) -> Coordinate) {
    for bits in Self.unitBits.dropLast() {
      let reach = Double(Self.limit >> Int64(bits))
      let centre = origin(reach)
      // Beyond 2^30 m no coordinate makes sense, see `point`. The comparisons are false for what is not a number.
      if abs(centre.x) <= 0x1p30, abs(centre.y) <= 0x1p30, centre.x - box.min.x < reach,
        box.max.x - centre.x < reach, centre.y - box.min.y < reach, box.max.y - centre.y < reach
      {
        self.init(unitBits: bits, origin: centre)
        return
      }
    }
    let bits = Self.unitBits[Self.unitBits.count - 1]
    self.init(unitBits: bits, origin: origin(Double(Self.limit >> Int64(bits))))
  }

  private init(unitBits: Int, origin: Coordinate) {
    self.unitBits = unitBits
    func units(_ value: Double) -> Int64 {
      // 2^34 m: beyond it no coordinate is accepted anyway, see `point`.
      abs(value) <= 0x1p34 ? Int64(value * Double(1 << unitBits)) : 0
    }
    originX = units(origin.x)
    originY = units(origin.y)
  }

  /// A grid with its origin in the middle of a box in metres, such as the union of both layers' boxes.
  package init(around box: Box) {
    self.init(holding: box) { _ in
      Coordinate((box.min.x / 2 + box.max.x / 2).rounded(), (box.min.y / 2 + box.max.y / 2).rounded())
    }
  }

  /// A grid that layers of one part of the world share without knowing of each other: its origin is the
  /// nearest of a few to the middle of the areas.
  package init(sharedBy geometry: MultiPolygonArray, jobs: Int) {
    let box = geometry.box(jobs: jobs)
    self.init(holding: box) { reach in
      func nearest(_ low: Double, _ high: Double) -> Double {
        ((low / 2 + high / 2) / reach).rounded() * reach
      }
      return Coordinate(nearest(box.min.x, box.max.x), nearest(box.min.y, box.max.y))
    }
  }

  /// A grid with its origin in the middle of all coordinates of the layers given.
  package init(covering layers: MultiPolygonArray..., jobs: Int) {
    var box = Box.empty
    for layer in layers { box.extend(to: layer.box(jobs: jobs)) }
    self.init(around: box)
  }

  /// The grid point nearest to a coordinate in metres, ties to even; nil when the coordinate is not finite
  /// or lies beyond the limit.
  @inline(__always)
  func point(_ coordinate: Coordinate) -> GridPoint? {
    let x = coordinate.x * unitsPerMetre
    let y = coordinate.y * unitsPerMetre
    // The comparison is false for what is not a number.
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
      Double(point.x + originX) / unitsPerMetre, Double(point.y + originY) / unitsPerMetre)
  }

  /// The coordinate of a crossing point in metres, exactly for a vertex and else to the nearest double.
  @inline(__always)
  func coordinate(_ point: CrossingPoint) -> Coordinate {
    // The division by a power of two is exact.
    Coordinate(
      (Double(point.x) * 0x1p-20 + Double(originX)) / unitsPerMetre,
      (Double(point.y) * 0x1p-20 + Double(originY)) / unitsPerMetre)
  }
}
