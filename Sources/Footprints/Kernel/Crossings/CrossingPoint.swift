/// A point where two edges cross, in 2^-20 grid units (7 picometres): at most 2^60 in magnitude.
///
/// It decides which cell a crossing belongs to, and gives lengths and moments. The area does not depend on
/// its rounding, see `Crossing.triangle`.
struct CrossingPoint: Sendable, Equatable {
  /// The binary digits after the point.
  static let fractionBits = 20

  var x: Int64
  var y: Int64

  @inline(__always)
  private init(x: Int64, y: Int64) {
    self.x = x
    self.y = y
  }

  /// A vertex.
  @inline(__always)
  init(_ point: GridPoint) {
    // Below 2^40 * 2^20.
    self.init(x: point.x &<< Int64(Self.fractionBits), y: point.y &<< Int64(Self.fractionBits))
  }

  /// The point of the A edge p -> q whose distances from p and q are in the proportion given, kept within
  /// the boxes of that edge and the B edge r -> s. For edges below 2^30 in width and height.
  @inline(__always)
  init(
    from p: GridPoint, _ q: GridPoint, _ r: GridPoint, _ s: GridPoint, weights fromP: Double,
    _ fromQ: Double
  ) {
    // Below 2^30 * 2^20, with 2^53 exact; t lies within [0, 1].
    let t = fromP / (fromP + fromQ)
    let stepX = Int64((Double(q.x &- p.x) * 0x1p20 * t).rounded(.toNearestOrEven))
    let stepY = Int64((Double(q.y &- p.y) * 0x1p20 * t).rounded(.toNearestOrEven))
    self.init(from: p, q, r, s, stepX: stepX, stepY: stepY)
  }

  /// The point that lies as far along the A edge p -> q as `part` is of `whole`, kept within the boxes of
  /// both edges. For edges of any length, and exactly rounded.
  init(
    from p: GridPoint, _ q: GridPoint, _ r: GridPoint, _ s: GridPoint, exactly part: UInt128,
    of whole: UInt128
  ) {
    func step(_ length: Int64) -> Int64 {
      // Below 2^41 * 2^20.
      let size = Int64(Crossing.quotient(part, UInt128(length.magnitude) << 20, whole))
      return length < 0 ? -size : size
    }
    self.init(from: p, q, r, s, stepX: step(q.x - p.x), stepY: step(q.y - p.y))
  }

  /// The point at a step from p, which is below 2^61, so that the sum is below 2^62.
  @inline(__always)
  private init(
    from p: GridPoint, _ q: GridPoint, _ r: GridPoint, _ s: GridPoint, stepX: Int64, stepY: Int64
  ) {
    let bits = Int64(Self.fractionBits)
    let start = CrossingPoint(p)
    let left = max(min(p.x, q.x), min(r.x, s.x)) &<< bits
    let right = min(max(p.x, q.x), max(r.x, s.x)) &<< bits
    let bottom = max(min(p.y, q.y), min(r.y, s.y)) &<< bits
    let top = min(max(p.y, q.y), max(r.y, s.y)) &<< bits
    self.init(
      x: min(max(start.x &+ stepX, left), right), y: min(max(start.y &+ stepY, bottom), top))
  }

  /// The grid point nearest to it, ties upwards.
  @inline(__always)
  var rounded: GridPoint {
    let half: Int64 = 1 << (Int64(Self.fractionBits) - 1)
    return GridPoint(
      x: (x &+ half) &>> Int64(Self.fractionBits), y: (y &+ half) &>> Int64(Self.fractionBits))
  }

  /// The grid point at or before it on both axes.
  @inline(__always)
  var floor: GridPoint {
    GridPoint(x: x &>> Int64(Self.fractionBits), y: y &>> Int64(Self.fractionBits))
  }
}
