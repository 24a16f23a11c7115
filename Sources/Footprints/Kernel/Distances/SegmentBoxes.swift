/// Eight boxes side by side in metres, so that all are compared at once; where there are fewer, ones that are infinitely
/// far from everything.
struct SegmentBoxes: BitwiseCopyable, Sendable {
  private(set) var minX = SIMD8<Double>(repeating: .infinity)
  private(set) var minY = SIMD8<Double>(repeating: .infinity)
  private(set) var maxX = SIMD8<Double>(repeating: -.infinity)
  private(set) var maxY = SIMD8<Double>(repeating: -.infinity)

  /// The box around all of them.
  var box: Box {
    Box(min: Coordinate(minX.min(), minY.min()), max: Coordinate(maxX.max(), maxY.max()))
  }

  /// Puts a box into a place.
  mutating func set(_ lane: Int, _ box: Box) {
    (minX[lane], minY[lane], maxX[lane], maxY[lane]) = (box.min.x, box.min.y, box.max.x, box.max.y)
  }

  /// The square of the distance from a point to each box.
  @inline(__always)
  func squaredDistances(from p: Coordinate) -> SIMD8<Double> {
    let dx: SIMD8<Double> = Self.gap(minX, maxX, p.x)
    let dy: SIMD8<Double> = Self.gap(minY, maxY, p.y)
    return dx * dx + dy * dy
  }

  /// How far a number lies outside each of some ranges.
  @inline(__always)
  private static func gap(_ low: SIMD8<Double>, _ high: SIMD8<Double>, _ value: Double) -> SIMD8<Double> {
    let value = SIMD8<Double>(repeating: value)
    let zero = SIMD8<Double>(repeating: 0)
    let below: SIMD8<Double> = low - value
    let above: SIMD8<Double> = value - high
    let larger = below.replacing(with: above, where: above .> below)
    return larger.replacing(with: zero, where: larger .< zero)
  }

  /// The boxes that may come within a distance of a stretch, judged by their distance from its middle and across its
  /// direction.
  @inline(__always)
  func lanes(within distance: Double, of stretch: SegmentStretch) -> SIMDMask<SIMD8<Int64>> {
    let radius = distance + stretch.length / 2
    let squares: SIMD8<Double> = squaredDistances(
      from: stretch.point(at: stretch.from + stretch.length / 2))
    // The middle of a box, and half of its width, as seen along the stretch.
    let half = SIMD8<Double>(repeating: 0.5)
    let nx = SIMD8<Double>(repeating: -stretch.direction.y)
    let ny = SIMD8<Double>(repeating: stretch.direction.x)
    let middleX: SIMD8<Double> = (minX + maxX) * half - SIMD8(repeating: stretch.origin.x)
    let middleY: SIMD8<Double> = (minY + maxY) * half - SIMD8(repeating: stretch.origin.y)
    let across: SIMD8<Double> = nx * middleX + ny * middleY
    let widthX: SIMD8<Double> = (maxX - minX) * half * SIMD8(repeating: abs(stretch.direction.y))
    let widthY: SIMD8<Double> = (maxY - minY) * half * SIMD8(repeating: abs(stretch.direction.x))
    let reach: SIMD8<Double> = widthX + widthY + SIMD8(repeating: distance)
    // Nothing is true of the places that hold no box: their middle is not a number.
    return (squares .<= SIMD8(repeating: radius * radius)) .& (across .<= reach) .& (across .>= -reach)
  }
}
