// The geometric decisions of the kernel. There is no other file in which a sign is judged, except the plain twin's,
// which has its own so that each can be checked against the other.
//
// Layer B is thought of as displaced by d = (e, e^2), where e is positive and smaller than every positive
// number that can occur. No vertex of A then lies on the line of an edge of B, or the other way round:
//
//   side of an A point p against a B edge r -> s, displaced to r + d -> s + d:
//       cross(s - r, p - r - d) = cross(s - r, p - r) + (s.y - r.y) e - (s.x - r.x) e^2
//   side of a B point r, displaced to r + d, against an A edge p -> q:
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
// below 2^61, their difference below 2^62. Where the boxes need not meet, but both edges touch, give or take a few
// units, one cell with sides of 2^s, and reach less than 2^e, differences are below 2^(max(e + 1, s) + 1) and
// those few units, and sides below 2^63 if e + max(e + 1, s) is at most 60 (`shortReach`). There Int64 never
// overflows. Hence the unchecked operators.

/// The integers that sides are computed in.
protocol SideArithmetic: FixedWidthInteger, SignedInteger {
  /// cross(q - p, r - p): positive when r lies left of the line from p to q.
  static func cross(_ p: GridPoint, _ q: GridPoint, _ r: GridPoint) -> Self
  /// Where two edges cross, given the sides of their ends.
  static func crossing(
    _ sides: Sides<Self>, _ p: GridPoint, _ q: GridPoint, _ r: GridPoint, _ s: GridPoint
  ) -> Crossing
}

/// For edges whose widths and heights are below 2^30, and which lie as close together.
extension Int64: SideArithmetic {
  @inline(__always)
  static func cross(_ p: GridPoint, _ q: GridPoint, _ r: GridPoint) -> Int64 {
    (q.x &- p.x) &* (r.y &- p.y) &- (q.y &- p.y) &* (r.x &- p.x)
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
  static func cross(_ p: GridPoint, _ q: GridPoint, _ r: GridPoint) -> Int128 {
    Int128(q.x &- p.x) &* Int128(r.y &- p.y) &- Int128(q.y &- p.y) &* Int128(r.x &- p.x)
  }

  static func crossing(
    _ sides: Sides<Int128>, _ p: GridPoint, _ q: GridPoint, _ r: GridPoint, _ s: GridPoint
  ) -> Crossing {
    Crossing(far: sides, p, q, r, s)
  }
}

/// Whether the closed boxes around two edges share a point.
@inline(__always)
func boxesMeet(_ p: GridPoint, _ q: GridPoint, _ r: GridPoint, _ s: GridPoint) -> Bool {
  max(min(p.x, q.x), min(r.x, s.x)) <= min(max(p.x, q.x), max(r.x, s.x))
    && max(min(p.y, q.y), min(r.y, s.y)) <= min(max(p.y, q.y), max(r.y, s.y))
}

/// Whether two edges of one layer, neither displaced, share a point. Precondition: their boxes meet.
func edgesTouch(_ p: GridPoint, _ q: GridPoint, _ r: GridPoint, _ s: GridPoint) -> Bool {
  reach(p, q) | reach(r, s) < shortReach
    ? edgesTouch(p, q, r, s, in: Int64.self) : edgesTouch(p, q, r, s, in: Int128.self)
}

@inline(__always)
private func edgesTouch<Value: SideArithmetic>(
  _ p: GridPoint, _ q: GridPoint, _ r: GridPoint, _ s: GridPoint, in _: Value.Type
) -> Bool {
  Value.cross(p, q, r).signum() * Value.cross(p, q, s).signum() <= 0
    && Value.cross(r, s, p).signum() * Value.cross(r, s, q).signum() <= 0
}

/// Whether an edge q -> r turns straight back over the edge p -> q that it follows.
@inline(__always)
func turnsBack(_ p: GridPoint, _ q: GridPoint, _ r: GridPoint) -> Bool {
  // It does if it runs in the opposite direction along each axis, or along one and not at all along the other.
  let isOpposite =
    (q.x &- p.x).signum() == (q.x &- r.x).signum() && (q.y &- p.y).signum() == (q.y &- r.y).signum()
  return isOpposite && Int128.cross(p, q, r) == 0
}

/// How the edge r -> s changes the winding number as seen from p, if a ray from p to the right crosses it: 1
/// upwards, -1 downwards, 0 where it does not cross. Precondition: p does not lie on the edge.
@inline(__always)
func rayCrossing(from p: GridPoint, _ r: GridPoint, _ s: GridPoint) -> Int32 {
  // A vertex at the height of p counts as below it.
  guard (r.y > p.y) != (s.y > p.y) else { return 0 }
  let isUpward = s.y > p.y
  return (Int128.cross(r, s, p) > 0) == isUpward ? (isUpward ? 1 : -1) : 0
}

/// The same for a ray from the middle of an edge p -> q. Precondition: the middle does not lie on r -> s.
@inline(__always)
func rayCrossing(fromMiddleOf p: GridPoint, _ q: GridPoint, _ r: GridPoint, _ s: GridPoint) -> Int32 {
  // Twice the coordinates are integers, and small enough for `Int128`.
  rayCrossing(
    from: GridPoint(x: p.x &+ q.x, y: p.y &+ q.y), GridPoint(x: 2 &* r.x, y: 2 &* r.y),
    GridPoint(x: 2 &* s.x, y: 2 &* s.y))
}

/// Whether an A point on the line of the B edge r -> s lies left of it once the edge is displaced.
@inline(__always)
private func tieIsLeftOfB(_ r: GridPoint, _ s: GridPoint) -> Bool {
  s.y > r.y || (s.y == r.y && s.x < r.x)
}

/// Whether a B point on the line of the A edge p -> q lies left of it once the point is displaced.
@inline(__always)
private func tieIsLeftOfA(_ p: GridPoint, _ q: GridPoint) -> Bool {
  q.y < p.y || (q.y == p.y && q.x > p.x)
}

/// How an A edge and a B edge meet once B is displaced.
enum EdgeMeeting {
  /// They do not cross.
  case apart
  /// They lie on one line, in opposite directions, and the displacement moved each into the interior of
  /// the other's polygon: a strip of no width, if they overlap.
  case strip
  /// The A edge passes from the right of the B edge to its left, into its polygon; and so the B edge
  /// leaves the polygon of the A edge.
  case entering(Crossing)
  /// The A edge passes from left to right.
  case leaving(Crossing)
}

/// How the A edge p -> q meets the B edge r -> s. Precondition: their closed boxes meet, neither has length
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
let shortReach: UInt64 = 1 << 30

/// The same for edges that touch one cell.
func shortReach(in cell: Cell) -> UInt64 {
  1 << UInt64(min(29, 60 - max(cell.widthBits, cell.heightBits)))
}

/// A number that is below a power of two exactly when the width and height of an edge are.
@inline(__always)
func reach(_ p: GridPoint, _ q: GridPoint) -> UInt64 { (q.x &- p.x).magnitude | (q.y &- p.y).magnitude }

/// The exact sides of two edges' ends, each against the other edge, as cross products; and what follows from
/// them.
///
/// A side is left when it is positive, or 0 and the tie is left: when it is not negative after adding the tie,
/// 0 for left and -1 for right. So the decisions are made from signs, without a branch that could be
/// mispredicted: of the pairs that are compared, neighbours along a common border, few cross.
struct Sides<Value: SideArithmetic> {
  /// The ends of the A edge against the B edge.
  let p: Value
  let q: Value
  /// The ends of the B edge against the A edge.
  let r: Value
  let s: Value
  /// What a point on the B edge's line counts for: 0 on its left, -1 on its right.
  private let tieB: Value
  /// The same for the A edge.
  private let tieA: Value

  /// The sides of the A edge p -> q and the B edge r -> s, neither of length 0.
  @inline(__always)
  init(_ p: GridPoint, _ q: GridPoint, _ r: GridPoint, _ s: GridPoint) {
    self.p = Value.cross(r, s, p)
    self.q = Value.cross(r, s, q)
    self.r = Value.cross(p, q, r)
    // p - q and s - r are the same cross product of both edges.
    self.s = self.r &+ self.p &- self.q
    tieB = tieIsLeftOfB(r, s) ? 0 : -1
    tieA = tieIsLeftOfA(p, q) ? 0 : -1
  }

  /// Whether the edges cross: each has its ends on different sides of the other.
  @inline(__always)
  var areCrossing: Bool { ((p &+ tieB) ^ (q &+ tieB)) & ((r &+ tieA) ^ (s &+ tieA)) < 0 }

  /// Whether the edges lie on one line, in opposite directions, and the displacement moved each into the
  /// interior of the other's polygon: a strip of no width, if they overlap.
  @inline(__always)
  var areStrip: Bool { p | q | tieA | tieB == 0 }

  /// Whether the A edge ends on the left of the B edge.
  @inline(__always)
  var isEntering: Bool { q &+ tieB >= 0 }

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

/// Whether the way from a vertex to one point comes before that to another, clockwise from the east.
func isClockwise(_ point: GridPoint, before other: GridPoint, around vertex: GridPoint) -> Bool {
  func isUpper(_ to: GridPoint) -> Bool { to.y > vertex.y || to.y == vertex.y && to.x < vertex.x }
  let (a, b) = (isUpper(point), isUpper(other))
  return a == b ? Int128.cross(vertex, point, other) < 0 : b
}
