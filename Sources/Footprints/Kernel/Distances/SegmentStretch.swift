/// A part of a segment, as the searches see it.
struct SegmentStretch {
  /// The end of the segment that distances along it are measured from.
  let origin: Coordinate
  /// Its direction, of length 1.
  let direction: Coordinate
  /// Where the part begins and ends along the segment, in metres.
  let from: Double
  let to: Double

  /// A part of a segment whose length is above 0.
  init(of segment: LineSegment, length: Double, from: Double, to: Double) {
    origin = segment.a
    direction = Coordinate(
      (segment.b.x - segment.a.x) / length, (segment.b.y - segment.a.y) / length)
    (self.from, self.to) = (from, to)
  }

  /// Another part of the same segment.
  init(_ other: SegmentStretch, from: Double, to: Double) {
    (origin, direction) = (other.origin, other.direction)
    (self.from, self.to) = (from, to)
  }

  /// Its length in metres.
  @inline(__always)
  var length: Double { to - from }

  /// A place along the segment.
  @inline(__always)
  func point(at place: Double) -> Coordinate {
    Coordinate(origin.x + place * direction.x, origin.y + place * direction.y)
  }

  /// Whether a segment lies further away than a distance, as both of its ends show; if not, it may still do so.
  @inline(__always)
  func isSurelyFurther(than distance: Double, from segment: LineSegment) -> Bool {
    let (ax, ay) = (segment.a.x - origin.x, segment.a.y - origin.y)
    let (bx, by) = (segment.b.x - origin.x, segment.b.y - origin.y)
    let (low, high) = (ay * direction.x - ax * direction.y, by * direction.x - bx * direction.y)
    if min(low, high) > distance || max(low, high) < -distance { return true }
    let (begin, end) = (ax * direction.x + ay * direction.y, bx * direction.x + by * direction.y)
    return max(begin, end) < from - distance || min(begin, end) > to + distance
  }
}
