/// How many edges there are, the box around them, and how far they reach in total along each axis: what the
/// choice of a cell size needs to know.
struct EdgeExtent: Sendable {
  var count = 0
  var minX = Int64.max
  var minY = Int64.max
  var maxX = Int64.min
  var maxY = Int64.min
  /// The sum of the edges' widths. A Double, since it only steers: no result depends on it.
  var sumOfWidths = 0.0
  /// The sum of the edges' heights.
  var sumOfHeights = 0.0

  /// Takes in an edge.
  @inline(__always)
  mutating func add(_ p: GridPoint, _ q: GridPoint) {
    count += 1
    minX = min(minX, p.x)
    minY = min(minY, p.y)
    maxX = max(maxX, p.x)
    maxY = max(maxY, p.y)
    sumOfWidths += abs(Double(q.x &- p.x))
    sumOfHeights += abs(Double(q.y &- p.y))
  }

  /// Takes in what another has seen.
  mutating func add(_ other: EdgeExtent) {
    count += other.count
    minX = min(minX, other.minX)
    minY = min(minY, other.minY)
    maxX = max(maxX, other.maxX)
    maxY = max(maxY, other.maxY)
    sumOfWidths += other.sumOfWidths
    sumOfHeights += other.sumOfHeights
  }
}
