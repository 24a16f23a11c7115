// The geometric decisions of the kernel. There is no other file in which a sign is judged.
//
// Layer Y is thought of as displaced by d = (e, e^2), where e is positive and smaller than every positive
// number that can occur. No vertex of X then lies on the line of an edge of Y, or the other way round:
//
//   side of an X point p against a Y edge r -> s, displaced to r + d -> s + d:
//       cross(s - r, p - r - d) = cross(s - r, p - r) + (s.y - r.y) e - (s.x - r.x) e^2
//   side of a Y point r, displaced to r + d, against an X edge p -> q:
//       cross(q - p, r + d - p) = cross(q - p, r - p) - (q.y - p.y) e + (q.x - p.x) e^2
//
// Where the first term is 0 the second decides, where that is 0 too the third, and all three are 0 only for
// an edge of no length, which a layer does not contain. Positive means left. So every decision is the true
// one of ONE displaced pair of layers, in general position: that is why decisions made in different
// places can never contradict each other, and why they need no tolerance. Two edges cross if and only if
// each has its ends on different sides of the other; edges on parallel lines never do, because both ends
// then get the same side, from the exact value or from the same tie.
//
// Since area is a continuous function of d, and d is infinitesimal, the sums are those of the layers as
// they are: crossing points are computed without d.
//
// Bounds. Coordinates are at most 2^40 in magnitude (`IntegerGrid.limit`), differences at most 2^41,
// products 2^82, cross products 2^83: Int128 never overflows. Two edges whose boxes meet, and whose widths
// and heights are below 2^30, have all differences between their ends below 2^31, products below 2^62 and
// cross products below 2^63: there Int64 never overflows. Hence the unchecked operators.

/// The integers that sides are computed in.
protocol SideArithmetic: SignedInteger {
  /// cross(b - a, c - a): positive when c lies left of the line from a to b.
  static func cross(_ a: GridPoint, _ b: GridPoint, _ c: GridPoint) -> Self
  /// Where two edges cross, given the sides of their ends.
  static func crossing(
    _ sides: Sides<Self>, _ p: GridPoint, _ q: GridPoint, _ r: GridPoint, _ s: GridPoint
  ) -> Crossing
}

/// For edges whose boxes meet and whose widths and heights are below 2^30.
extension Int64: SideArithmetic {
  @inline(__always)
  static func cross(_ a: GridPoint, _ b: GridPoint, _ c: GridPoint) -> Int64 {
    (b.x &- a.x) &* (c.y &- a.y) &- (b.y &- a.y) &* (c.x &- a.x)
  }

  static func crossing(
    _ sides: Sides<Int64>, _ p: GridPoint, _ q: GridPoint, _ r: GridPoint, _ s: GridPoint
  ) -> Crossing {
    Crossing(near: sides, p, q, r, s)
  }
}

/// For edges of any length.
extension Int128: SideArithmetic {
  @inline(__always)
  static func cross(_ a: GridPoint, _ b: GridPoint, _ c: GridPoint) -> Int128 {
    Int128(b.x &- a.x) &* Int128(c.y &- a.y) &- Int128(b.y &- a.y) &* Int128(c.x &- a.x)
  }

  static func crossing(
    _ sides: Sides<Int128>, _ p: GridPoint, _ q: GridPoint, _ r: GridPoint, _ s: GridPoint
  ) -> Crossing {
    Crossing(far: sides, p, q, r, s)
  }
}

/// Whether the closed boxes around two edges share a point.
@inline(__always)
func boxesMeet(_ a: GridPoint, _ b: GridPoint, _ c: GridPoint, _ d: GridPoint) -> Bool {
  max(min(a.x, b.x), min(c.x, d.x)) <= min(max(a.x, b.x), max(c.x, d.x))
    && max(min(a.y, b.y), min(c.y, d.y)) <= min(max(a.y, b.y), max(c.y, d.y))
}

/// Whether two edges of one layer, neither displaced, share a point. Precondition: their boxes meet.
func edgesTouch(_ a: GridPoint, _ b: GridPoint, _ c: GridPoint, _ d: GridPoint) -> Bool {
  reach(a, b, c, d) < 1 << 30 ? edgesTouch(a, b, c, d, in: Int64.self) : edgesTouch(a, b, c, d, in: Int128.self)
}

@inline(__always)
private func edgesTouch<Value: SideArithmetic>(
  _ a: GridPoint, _ b: GridPoint, _ c: GridPoint, _ d: GridPoint, in _: Value.Type
) -> Bool {
  Value.cross(a, b, c).signum() * Value.cross(a, b, d).signum() <= 0
    && Value.cross(c, d, a).signum() * Value.cross(c, d, b).signum() <= 0
}

/// Whether an edge b -> c turns straight back over the edge a -> b that it follows.
@inline(__always)
func turnsBack(_ a: GridPoint, _ b: GridPoint, _ c: GridPoint) -> Bool {
  // It does if it runs in the opposite direction along each axis, or along one and not at all along the other.
  let isOpposite =
    (b.x &- a.x).signum() == (b.x &- c.x).signum() && (b.y &- a.y).signum() == (b.y &- c.y).signum()
  return isOpposite && Int128.cross(a, b, c) == 0
}

/// How the edge a -> b changes the winding number as seen from p, if a ray from p to the right crosses it: 1
/// upwards, -1 downwards, 0 where it does not cross. Precondition: p does not lie on the edge.
@inline(__always)
func rayCrossing(from p: GridPoint, _ a: GridPoint, _ b: GridPoint) -> Int32 {
  // A vertex at the height of p counts as below it.
  guard (a.y > p.y) != (b.y > p.y) else { return 0 }
  let isUpward = b.y > p.y
  return (Int128.cross(a, b, p) > 0) == isUpward ? (isUpward ? 1 : -1) : 0
}

/// Whether an X point on the line of the Y edge r -> s lies left of it once the edge is displaced.
@inline(__always)
private func tieIsLeftOfY(_ r: GridPoint, _ s: GridPoint) -> Bool {
  s.y > r.y || (s.y == r.y && s.x < r.x)
}

/// Whether a Y point on the line of the X edge p -> q lies left of it once the point is displaced.
@inline(__always)
private func tieIsLeftOfX(_ p: GridPoint, _ q: GridPoint) -> Bool {
  q.y < p.y || (q.y == p.y && q.x > p.x)
}

/// How an X edge and a Y edge meet once Y is displaced.
enum EdgeMeeting {
  /// They do not cross.
  case apart
  /// They lie on one line, in opposite directions, and the displacement moved each into the interior of
  /// the other's polygon: a strip of no width, if they overlap.
  case strip
  /// The X edge passes from the right of the Y edge to its left, into its polygon; and so the Y edge
  /// leaves the polygon of the X edge.
  case entering(Crossing)
  /// The X edge passes from left to right.
  case leaving(Crossing)
}

/// How the X edge p -> q meets the Y edge r -> s. Precondition: their closed boxes meet, neither has length
/// 0.
@inline(__always)
func meeting(_ p: GridPoint, _ q: GridPoint, _ r: GridPoint, _ s: GridPoint) -> EdgeMeeting {
  _fastPath(reach(p, q, r, s) < 1 << 30) ? meeting(p, q, r, s, in: Int64.self) : longMeeting(p, q, r, s)
}

/// A number that is below a power of two just when the widths and heights of two edges are.
@inline(__always)
private func reach(_ p: GridPoint, _ q: GridPoint, _ r: GridPoint, _ s: GridPoint) -> UInt64 {
  (q.x &- p.x).magnitude | (q.y &- p.y).magnitude | (s.x &- r.x).magnitude | (s.y &- r.y).magnitude
}

@inline(never)
private func longMeeting(_ p: GridPoint, _ q: GridPoint, _ r: GridPoint, _ s: GridPoint) -> EdgeMeeting {
  meeting(p, q, r, s, in: Int128.self)
}

/// The exact sides of two edges' ends, each against the other edge, as cross products.
struct Sides<Value> {
  /// The ends of the X edge against the Y edge; of different sign, or one of them 0.
  let p: Value
  let q: Value
  /// The ends of the Y edge against the X edge; of different sign, or one of them 0.
  let r: Value
  let s: Value
}

@inline(__always)
private func meeting<Value: SideArithmetic>(
  _ p: GridPoint, _ q: GridPoint, _ r: GridPoint, _ s: GridPoint, in _: Value.Type
) -> EdgeMeeting {
  let sideOfP = Value.cross(r, s, p)
  let sideOfQ = Value.cross(r, s, q)
  let tie = tieIsLeftOfY(r, s)
  let leftP = sideOfP > 0 || (sideOfP == 0 && tie)
  let leftQ = sideOfQ > 0 || (sideOfQ == 0 && tie)
  if leftP == leftQ {
    if sideOfP == 0 && sideOfQ == 0 && tie && tieIsLeftOfX(p, q) { return .strip }
    return .apart
  }
  let sideOfR = Value.cross(p, q, r)
  let sideOfS = Value.cross(p, q, s)
  let tieX = tieIsLeftOfX(p, q)
  let leftR = sideOfR > 0 || (sideOfR == 0 && tieX)
  let leftS = sideOfS > 0 || (sideOfS == 0 && tieX)
  if leftR == leftS { return .apart }
  let crossing = Value.crossing(Sides(p: sideOfP, q: sideOfQ, r: sideOfR, s: sideOfS), p, q, r, s)
  return leftQ ? .entering(crossing) : .leaving(crossing)
}
