/// Collects the parts of a geometry as a Shapefile has them: rings, lines or points.
struct ShapeCollector: WKBVisitor {
  /// What shapes of one file are made of, all of them of the same.
  enum Family: Sendable { case points, lines, rings }

  /// The families met; a shape has one.
  private(set) var families: Set<Family> = []
  /// Where each part begins among the positions.
  private(set) var starts: [Int] = []
  private(set) var positions: [Coordinate] = []
  private(set) var heights: [Double] = []
  private(set) var measures: [Double] = []
  /// Which numbers any position has.
  private(set) var parts: PositionParts = []
  /// Whether a ring was not closed.
  private(set) var isUnclosed = false
  /// Whether there is a type that has no shape, such as a curve.
  private(set) var isForeign = false
  private var open: GeometryType = .geometry
  private var ring = 0

  mutating func begin(_ type: GeometryType, count: Int, _ parts: PositionParts) {
    open = type
    ring = 0
    if !type.isSimple { isForeign = true }
  }

  mutating func end(_ type: GeometryType) {}

  mutating func positions(_ run: PositionRun) {
    if run.count == 0 || open == .point && run.isNowhere { return }
    let family: Family = open == .point ? .points : open == .polygon ? .rings : .lines
    families.insert(family)
    parts.formUnion(run.parts)
    starts.append(positions.count)
    var order = Array(0..<run.count)
    if family == .rings {
      if run[0] != run[run.count - 1] {
        isUnclosed = true
        order.append(0)
      }
      // Exteriors clockwise, holes the other way.
      if Self.isClockwise(run) != (ring == 0) { order.reverse() }
      ring += 1
    }
    for position in order {
      positions.append(run[position])
      let hasHeight = run.parts.contains(.height)
      heights.append(hasHeight ? run.number(2, of: position) : 0)
      measures.append(
        run.parts.contains(.measure) ? run.number(hasHeight ? 3 : 2, of: position) : Self.noMeasure)
    }
  }

  /// What the format has for a measure that is not there: anything below -10^38.
  private static let noMeasure = -1e39

  private static func isClockwise(_ run: PositionRun) -> Bool {
    var sum = 0.0
    let origin = run[0]
    for position in 0..<run.count {
      let (a, b) = (run[position], run[position + 1 == run.count ? 0 : position + 1])
      sum += (a.x - origin.x) * (b.y - origin.y) - (b.x - origin.x) * (a.y - origin.y)
    }
    return sum < 0
  }
}
