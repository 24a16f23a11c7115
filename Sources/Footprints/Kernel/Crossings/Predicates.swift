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
// products 2^82, cross products 2^83: Int128 never overflows.
//
// Two edges whose widths and heights are below 2^30, and whose boxes meet, have all differences between their
// ends below 2^31. A side multiplies such a difference with the width or height of an edge: each product is
// below 2^61, their difference below 2^62. Where the boxes need not meet, but both edges touch, but for a few
// units, one cell with sides of 2^s, and reach less than 2^e, differences are below 2^(max(e + 1, s) + 1) and
// those few units, and sides below 2^63 if e + max(e + 1, s) is at most 60 (`shortReach`). There Int64 never
// overflows. Hence the unchecked operators.

/// The integers that sides are computed in.
protocol SideArithmetic: FixedWidthInteger, SignedInteger {
  /// cross(b - a, c - a): positive when c lies left of the line from a to b.
  static func cross(_ a: GridPoint, _ b: GridPoint, _ c: GridPoint) -> Self
  /// Where two edges cross, given the sides of their ends.
  static func crossing(
    _ sides: Sides<Self>, _ p: GridPoint, _ q: GridPoint, _ r: GridPoint, _ s: GridPoint
  ) -> Crossing
}

/// For edges whose widths and heights are below 2^30, and which lie as close together.
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
  reach(a, b) | reach(c, d) < shortReach
    ? edgesTouch(a, b, c, d, in: Int64.self) : edgesTouch(a, b, c, d, in: Int128.self)
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
  _fastPath(reach(p, q) | reach(r, s) < shortReach)
    ? Sides<Int64>(p, q, r, s).meeting(p, q, r, s) : longMeeting(p, q, r, s)
}

@inline(never)
private func longMeeting(_ p: GridPoint, _ q: GridPoint, _ r: GridPoint, _ s: GridPoint) -> EdgeMeeting {
  Sides<Int128>(p, q, r, s).meeting(p, q, r, s)
}

/// Edges that reach less far along both axes have their sides computed in 64 bits, where their boxes meet.
private let shortReach: UInt64 = 1 << 30

/// The same for edges that touch one cell.
func shortReach(in cell: Cell) -> UInt64 {
  1 << UInt64(min(29, 60 - max(cell.widthBits, cell.heightBits)))
}

/// A number that is below a power of two just when the width and height of an edge are.
@inline(__always)
func reach(_ p: GridPoint, _ q: GridPoint) -> UInt64 { (q.x &- p.x).magnitude | (q.y &- p.y).magnitude }

/// The exact sides of two edges' ends, each against the other edge, as cross products; and what follows of
/// them.
///
/// A side is left when it is positive, or 0 and the tie is left: when it is not negative after adding the tie,
/// 0 for left and -1 for right. So the decisions are made of signs, without a branch that could be
/// mispredicted: of the pairs that are compared, neighbours along a common border, few cross.
struct Sides<Value: SideArithmetic> {
  /// The ends of the X edge against the Y edge.
  let p: Value
  let q: Value
  /// The ends of the Y edge against the X edge.
  let r: Value
  let s: Value
  /// What a point on the Y edge's line counts for: 0 on its left, -1 on its right.
  private let tieY: Value
  /// The same for the X edge.
  private let tieX: Value

  /// The sides of the X edge p -> q and the Y edge r -> s, neither of length 0.
  @inline(__always)
  init(_ p: GridPoint, _ q: GridPoint, _ r: GridPoint, _ s: GridPoint) {
    self.p = Value.cross(r, s, p)
    self.q = Value.cross(r, s, q)
    self.r = Value.cross(p, q, r)
    // p - q and s - r are the same cross product of both edges.
    self.s = self.r &+ self.p &- self.q
    tieY = tieIsLeftOfY(r, s) ? 0 : -1
    tieX = tieIsLeftOfX(p, q) ? 0 : -1
  }

  /// Whether the edges cross: each has its ends on different sides of the other.
  @inline(__always)
  var areCrossing: Bool { ((p &+ tieY) ^ (q &+ tieY)) & ((r &+ tieX) ^ (s &+ tieX)) < 0 }

  /// Whether the edges lie on one line, in opposite directions, and the displacement moved each into the
  /// interior of the other's polygon: a strip of no width, if they overlap.
  @inline(__always)
  var areStrip: Bool { p | q | tieX | tieY == 0 }

  /// Whether the X edge ends on the left of the Y edge.
  @inline(__always)
  var isEntering: Bool { q &+ tieY >= 0 }

  /// The same in one word.
  @inline(__always)
  fileprivate func meeting(_ p: GridPoint, _ q: GridPoint, _ r: GridPoint, _ s: GridPoint) -> EdgeMeeting {
    if areCrossing {
      let crossing = Value.crossing(self, p, q, r, s)
      return isEntering ? .entering(crossing) : .leaving(crossing)
    }
    return areStrip ? .strip : .apart
  }
}
