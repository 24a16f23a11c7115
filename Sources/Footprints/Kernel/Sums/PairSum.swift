/// What is known so far of the intersection of an X area with a Y area. Adding is exact and so commutes: the
/// final sums depend on no order.
struct PairSum: BitwiseCopyable {
  let x: UInt32
  let y: UInt32
  /// Twice the area, in square units with `CrossingPoint.fractionBits` binary digits after the point.
  var area: Int128 = 0
  /// Six times the first moments in cubic units, modulo 2^128, as in `EdgeSums`.
  var momentX: Int128 = 0
  var momentY: Int128 = 0
  /// The length of the boundary, as in `EdgeSums`.
  var length: Int128 = 0
  /// How often X edges entered the Y area minus how often they left it; 0 when all crossings are known.
  var balance: Int64 = 0
  /// The first of the crossing points and ring starts met, from left to right.
  var vertex = GridPoint(x: .max, y: .max)

  init(x: UInt32, y: UInt32) {
    self.x = x
    self.y = y
  }

  /// Adds what an X edge from p and a Y edge from r owe that cross, given the sums before them.
  ///
  /// Where the X edge enters the Y area at c, the boundary of the intersection comes in along the Y edge, which
  /// leaves the X area there, and goes on along the X edge. So the sums along Y up to c are added, those
  /// along X up to c taken away; where the X edge leaves, the other way round.
  @inline(__always)
  mutating func add(
    _ crossing: Crossing, entering: Bool, from p: GridPoint, after xSums: EdgeSums, from r: GridPoint,
    after ySums: EdgeSums
  ) {
    // Along Y up to r and on to the point, and back along X over p.
    var sums = ySums
    sums.subtract(xSums)
    var fraction: Int128 = 0
    sums.addPath(from: r, over: crossing, to: p, fraction: &fraction)
    sums.length &+= Int128(EdgeSums.length(r, crossing.point) &- EdgeSums.length(p, crossing.point))
    let whole = sums.area &<< Int128(CrossingPoint.fractionBits) &+ fraction
    note(crossing.point.rounded)
    if entering {
      area &+= whole
      momentX &+= sums.momentX
      momentY &+= sums.momentY
      length &+= sums.length
      balance &+= 1
    } else {
      area &-= whole
      momentX &-= sums.momentX
      momentY &-= sums.momentY
      length &-= sums.length
      balance &-= 1
    }
  }

  /// Takes away the length of a strip that the displacement opened between two areas that only touch: both
  /// its sides count as boundary, though it has no width.
  mutating func addStrip(_ stripLength: Int64) { length &-= Int128(2 &* stripLength) }

  /// Adds other sums of the same pair.
  mutating func add(_ other: PairSum) {
    area &+= other.area
    momentX &+= other.momentX
    momentY &+= other.momentY
    length &+= other.length
    balance &+= other.balance
    note(other.vertex)
  }

  /// Adds the whole boundary of a ring that lies inside an area of the other layer, `times` over.
  mutating func addRing(_ ring: EdgeSums, from start: GridPoint, times: Int32) {
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
