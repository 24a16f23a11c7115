/// What is known so far of the integrals along the boundary of the intersection of an A area with a B area. Adding
/// is exact and so commutes: the final values depend on no order.
struct PairIntegrals: BitwiseCopyable {
  let a: UInt32
  let b: UInt32
  /// Twice the area, in square units with `CrossingPoint.fractionBits` binary digits after the point.
  var area: Int128 = 0
  /// Six times the first moments in cubic units, modulo 2^128, as in `BoundaryIntegrals`.
  var momentX: Int128 = 0
  var momentY: Int128 = 0
  /// The length of the boundary, as in `BoundaryIntegrals`.
  var length: Int128 = 0
  /// How often A edges entered the B area minus how often they left it; 0 when all crossings are known.
  var balance: Int64 = 0
  /// The first of the crossing points and ring starts met, from left to right.
  var vertex = GridPoint(x: .max, y: .max)

  init(a: UInt32, b: UInt32) {
    self.a = a
    self.b = b
  }

  /// Adds what an A edge from p and a B edge from r that cross contribute, given the integrals before them.
  ///
  /// Where the A edge enters the B area at c, the boundary of the intersection comes in along the B edge, which
  /// leaves the A area there, and goes on along the A edge. So the integrals along B up to c are added, those
  /// along A up to c subtracted; where the A edge leaves, the other way round.
  @inline(__always)
  mutating func add(
    _ crossing: Crossing, entering: Bool, from p: GridPoint, after aIntegrals: BoundaryIntegrals,
    from r: GridPoint, after bIntegrals: BoundaryIntegrals
  ) {
    // Along B up to r and on to the point, and back along A over p.
    var path = bIntegrals
    path.subtract(aIntegrals)
    var fraction: Int128 = 0
    path.addPath(from: r, over: crossing, to: p, fraction: &fraction)
    path.length &+= Int128(
      BoundaryIntegrals.length(r, crossing.point) &- BoundaryIntegrals.length(p, crossing.point))
    let whole = path.area &<< Int128(CrossingPoint.fractionBits) &+ fraction
    note(crossing.point.rounded)
    if entering {
      area &+= whole
      momentX &+= path.momentX
      momentY &+= path.momentY
      length &+= path.length
      balance &+= 1
    } else {
      area &-= whole
      momentX &-= path.momentX
      momentY &-= path.momentY
      length &-= path.length
      balance &-= 1
    }
  }

  /// Subtracts the length of a strip that the displacement opened between two areas that only touch: both
  /// its sides count as boundary, though it has no width.
  mutating func addStrip(_ stripLength: Int64) { length &-= Int128(2 &* stripLength) }

  /// Adds another part of the same pair.
  mutating func add(_ other: PairIntegrals) {
    area &+= other.area
    momentX &+= other.momentX
    momentY &+= other.momentY
    length &+= other.length
    balance &+= other.balance
    note(other.vertex)
  }

  /// Adds the whole boundary of a ring that lies inside an area of the other layer, `times` over.
  mutating func addRing(_ ring: BoundaryIntegrals, from start: GridPoint, times: Int32) {
    note(start)
    let times = Int128(times)
    area &+= (ring.area &* times) &<< Int128(CrossingPoint.fractionBits)
    momentX &+= ring.momentX &* times
    momentY &+= ring.momentY &* times
    length &+= ring.length &* times
  }

  /// Takes note of a vertex of the intersection.
  @inline(__always)
  private mutating func note(_ point: GridPoint) {
    if point.isBefore(vertex) { vertex = point }
  }
}

extension GridPoint {
  /// Whether it comes before another from left to right, and upwards where that is equal.
  @inline(__always)
  func isBefore(_ other: GridPoint) -> Bool { x < other.x || (x == other.x && y < other.y) }
}
