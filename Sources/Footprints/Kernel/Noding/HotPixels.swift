// The decisions of snap rounding; all are exact. Coordinates are at most 2^51 in magnitude and their differences exact in
// a Double; products are computed in Doubles first, and where those do not decide in Int128, below 2^105.

/// The sign of cross(q - p, r - p): positive where r lies left of the line from p to q.
@inline(__always)
func sideSign(_ p: GridPoint, _ q: GridPoint, _ r: GridPoint) -> Int {
  let left = Double(q.x &- p.x) * Double(r.y &- p.y)
  let right = Double(q.y &- p.y) * Double(r.x &- p.x)
  let value = left - right
  // Each product and their difference is off by at most 2^-53 of itself.
  if abs(value) > 0x1p-51 * (abs(left) + abs(right)) { return value > 0 ? 1 : -1 }
  return exactSideSign(p, q, r)
}

@inline(never)
private func exactSideSign(_ p: GridPoint, _ q: GridPoint, _ r: GridPoint) -> Int {
  Int(Int128.cross(p, q, r).signum())
}

/// How an edge lies to a pixel.
enum PixelPassage {
  /// It does not come into it.
  case apart
  /// It passes through it.
  case through
  /// It passes through its centre.
  case centre
}

extension PixelGrid {
  /// Whether an edge p -> q passes through a pixel.
  ///
  /// By the separating axis theorem for the pixel, closed at first, and the edge: along both axes their shadows must
  /// meet, and the pixel's corners must not all lie on one side of the edge's line. Without the right and upper side
  /// it is the limit of slightly smaller closed squares, for which an edge that only touches one of those sides, or a
  /// corner on them, is apart.
  @inline(__always)
  func passage(_ p: GridPoint, _ q: GridPoint, through pixel: GridPoint) -> PixelPassage {
    let c = centre(pixel)
    guard max(p.x, q.x) >= c.x &- half, min(p.x, q.x) < c.x &+ half, max(p.y, q.y) >= c.y &- half,
      min(p.y, q.y) < c.y &+ half
    else { return .apart }
    return slantedPassage(p, q, through: c)
  }

  /// The same for an edge whose box meets the pixel.
  private func slantedPassage(_ p: GridPoint, _ q: GridPoint, through c: GridPoint) -> PixelPassage {
    // Running to the right, or upwards.
    let (p, q) = p.x < q.x || (p.x == q.x && p.y < q.y) ? (p, q) : (q, p)
    let (dx, dy) = (q.x &- p.x, q.y &- p.y)
    // The corners furthest to the left and right of the edge are off by this from the centre's side.
    let reach = (Double(dx) + Double(abs(dy))) * Double(half)
    let left = Double(dx) * Double(c.y &- p.y)
    let right = Double(dy) * Double(c.x &- p.x)
    let error = 0x1p-51 * (abs(left) + abs(right) + reach)
    if abs(left - right) > reach + error { return .apart }
    let side = Int128.cross(p, q, c)
    if side == 0 {
      let isWithin =
        min(p.x, q.x) <= c.x && c.x <= max(p.x, q.x) && min(p.y, q.y) <= c.y && c.y <= max(p.y, q.y)
      return isWithin ? .centre : .through
    }
    if dx == 0 || dy == 0 { return .through }
    let exactReach = (Int128(dx) + Int128(abs(dy))) * Int128(half)
    // Rising: the upper left corner must be on the left, the lower right one on the right. Falling: the upper right
    // corner, which is not the pixel's own, on the left, and the lower left one, which is, not on the left.
    let passes =
      dy > 0 ? side > -exactReach && side < exactReach : side > -exactReach && side <= exactReach
    return passes ? .through : .apart
  }

  /// The pixel in which two edges cross within both, if they do. Precondition: their boxes meet and they have no end
  /// in common.
  @inline(__always)
  func crossing(_ p: GridPoint, _ q: GridPoint, _ r: GridPoint, _ s: GridPoint) -> GridPoint? {
    guard sideSign(p, q, r) * sideSign(p, q, s) < 0, sideSign(r, s, p) * sideSign(r, s, q) < 0 else {
      return nil
    }
    return crossingPixel(p, q, r, s)
  }

  private func crossingPixel(_ p: GridPoint, _ q: GridPoint, _ r: GridPoint, _ s: GridPoint) -> GridPoint {
    // The crossing is at p + (q - p) part / whole.
    let fromP = Int128.cross(r, s, p)
    let fromQ = Int128.cross(r, s, q)
    let (part, whole) = (fromP.magnitude, fromP.magnitude + fromQ.magnitude)
    let t = part.double / whole.double
    return GridPoint(
      x: pixel(p.x, q.x &- p.x, t, part, whole), y: pixel(p.y, q.y &- p.y, t, part, whole))
  }

  /// The pixel along one axis of a position `start + length * part / whole`, where t is that quotient rounded.
  private func pixel(
    _ start: Int64, _ length: Int64, _ t: Double, _ part: UInt128, _ whole: UInt128
  ) -> Int64 {
    let step = Double(length) * t
    // The error is below 2^-50 of the length: exact comparisons are needed near a pixel's side only.
    var value = (start &+ Int64(step.rounded(.down)) &+ half) &>> fractionBits
    let margin = 2 + Int64(abs(Double(length)) * 0x1p-49)
    let rest = (start &+ Int64(step.rounded(.down)) &+ half) &- value &<< fractionBits
    if rest > margin && rest < (1 &<< fractionBits) &- margin { return value }
    while !isAtLeast(value &<< fractionBits &- half, start, length, part, whole) { value &-= 1 }
    while isAtLeast((value &+ 1) &<< fractionBits &- half, start, length, part, whole) { value &+= 1 }
    return value
  }

  /// Whether `start + length * part / whole` is at least a bound.
  private func isAtLeast(
    _ bound: Int64, _ start: Int64, _ length: Int64, _ part: UInt128, _ whole: UInt128
  ) -> Bool {
    let distance = bound &- start
    // length * part >= distance * whole, by sign first.
    if length >= 0, distance <= 0 { return true }
    if length <= 0, distance > 0 { return false }
    let a = part.multipliedFullWidth(by: UInt128(length.magnitude))
    let b = whole.multipliedFullWidth(by: UInt128(distance.magnitude))
    let isLarger = a.high != b.high ? a.high > b.high : a.low >= b.low
    if length > 0 { return isLarger }
    // Both negative: the magnitude must be at most that of the bound.
    return a.high != b.high ? a.high < b.high : a.low <= b.low
  }
}
