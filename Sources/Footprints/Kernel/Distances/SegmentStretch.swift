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
}
