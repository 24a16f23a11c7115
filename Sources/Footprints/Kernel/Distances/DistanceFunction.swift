/// How far a segment is from every point of a line: from the points of a stretch of another segment, say.
///
/// Along the line the distance is that from one end of the segment, then that from the line through the segment, then
/// that from the other end; any of the three may be missing. It is convex, and its square is a quadratic polynomial in
/// each of the three ranges.
struct DistanceFunction: BitwiseCopyable {
  /// The ends as seen from the line, x along it and y across; the first is not further along than the second.
  private let first: Coordinate
  private let second: Coordinate
  /// By how much the distance from the line through the segment changes along the line, and what it is, with its sign,
  /// where the first end is.
  private let slope: Double
  private let height: Double
  /// Where the range of the line through the segment begins and ends.
  let begin: Double
  let end: Double

  /// The distance of a segment, whose length is above 0, from the line of a stretch.
  init(of segment: LineSegment, from stretch: SegmentStretch) {
    let (p, q) = (Self.seen(segment.a, from: stretch), Self.seen(segment.b, from: stretch))
    (first, second) = p.x <= q.x ? (p, q) : (q, p)
    let (dx, dy) = (second.x - first.x, second.y - first.y)
    let length = (dx * dx + dy * dy).squareRoot()
    let (along, across) = (dx / length, dy / length)
    slope = across
    height = first.y * along
    if along > 1e-12 {
      begin = first.x + first.y * across / along
      end = second.x + second.y * across / along
    } else {
      // Across the line: the same point of the segment is the nearest everywhere.
      let place = -first.y * across
      begin = place <= 0 ? .infinity : -.infinity
      end = place < length ? .infinity : -.infinity
    }
  }

  private static func seen(_ point: Coordinate, from stretch: SegmentStretch) -> Coordinate {
    let (dx, dy) = (point.x - stretch.origin.x, point.y - stretch.origin.y)
    let u = stretch.direction
    return Coordinate(dx * u.x + dy * u.y, dy * u.x - dx * u.y)
  }

  /// A quadratic polynomial in the distance from a place.
  struct Polynomial {
    var square: Double
    var linear: Double
    var constant: Double

    @inline(__always)
    static func - (one: Polynomial, other: Polynomial) -> Polynomial {
      Polynomial(
        square: one.square - other.square, linear: one.linear - other.linear,
        constant: one.constant - other.constant)
    }
  }

  /// One of the three ranges.
  enum Range {
    case first, line, second
  }

  /// The range to the right of a place.
  @inline(__always)
  func range(rightOf place: Double) -> Range { place < begin ? .first : place < end ? .line : .second }

  /// The range to the left of a place.
  @inline(__always)
  func range(leftOf place: Double) -> Range { place > end ? .second : place > begin ? .line : .first }

  /// The distance from the line through the segment, with its sign.
  @inline(__always)
  func signedDistance(at place: Double) -> Double { (place - first.x) * slope + height }

  /// The end that is nearest in a range that is not the line's.
  @inline(__always)
  func nearestEnd(_ range: Range) -> Coordinate { range == .first ? first : second }

  /// The square of the distance around a place, in a range.
  @inline(__always)
  func square(around place: Double, _ range: Range) -> Polynomial {
    if range == .line {
      let distance = signedDistance(at: place)
      return Polynomial(square: slope * slope, linear: 2 * slope * distance, constant: distance * distance)
    }
    let end = nearestEnd(range)
    let along = place - end.x
    return Polynomial(square: 1, linear: 2 * along, constant: along * along + end.y * end.y)
  }

  /// The square of the distance at a place.
  @inline(__always)
  func square(at place: Double) -> Double {
    let range = range(rightOf: place)
    if range == .line {
      let distance = signedDistance(at: place)
      return distance * distance
    }
    let end = nearestEnd(range)
    let along = place - end.x
    return along * along + end.y * end.y
  }

  // MARK: Against another

  /// The squares of two distances that differ by less are equal: a square nanometre. Segments with an end in common
  /// are equally far from where that end is nearest, and not by rounding alone.
  private static let tolerance = 1e-18

  /// The first place to the right of `place` where another segment is nearer; `limit` where there is none before it.
  func firstNearer(_ other: DistanceFunction, rightOf place: Double, to limit: Double) -> Double {
    var place = place
    while place < limit {
      let (own, others) = (range(rightOf: place), other.range(rightOf: place))
      var next = limit
      for bound in [begin, end, other.begin, other.end] where bound > place && bound < next { next = bound }
      var difference = other.square(around: place, others) - square(around: place, own)
      difference.constant += Self.tolerance
      if let step = difference.firstNegative(before: next - place) { return min(place + step, limit) }
      place = next
    }
    return limit
  }

  /// The same to the left.
  func firstNearer(_ other: DistanceFunction, leftOf place: Double, to limit: Double) -> Double {
    var place = place
    while place > limit {
      let (own, others) = (range(leftOf: place), other.range(leftOf: place))
      var next = limit
      for bound in [begin, end, other.begin, other.end] where bound < place && bound > next { next = bound }
      var difference = other.square(around: place, others) - square(around: place, own)
      difference.constant += Self.tolerance
      difference.linear = -difference.linear
      if let step = difference.firstNegative(before: place - next) { return max(place - step, limit) }
      place = next
    }
    return limit
  }
}

extension DistanceFunction.Polynomial {
  /// The first place from 0 on, and before an end, where the polynomial falls below 0; nil where it does not. Where
  /// rounding hides the place, the answer is 0.
  @inline(__always)
  func firstNegative(before end: Double) -> Double? {
    if constant < 0 { return 0 }
    let last = (square * end + linear) * end + constant
    if last >= 0 {
      // It may still dip below in between.
      guard square > 0, linear < 0, -linear < 2 * square * end, linear * linear > 4 * square * constant else {
        return nil
      }
    }
    let discriminant = linear * linear - 4 * square * constant
    guard discriminant >= 0 else { return 0 }
    let root = discriminant.squareRoot()
    // The two roots without cancellation.
    let sum = -0.5 * (linear + (linear < 0 ? -root : root))
    let (one, other) = (sum / square, constant / sum)
    var step = Double.infinity
    if one >= 0, one <= end { step = one }
    if other >= 0, other <= end, other < step { step = other }
    return step.isFinite ? step : 0
  }
}
