/// A square of the plane whose side is a power of two times the unit; the smallest are pixels. Positions on its left and
/// lower sides are its own, so that every one lies in exactly one cell of a division.
struct PixelCell: Sendable {
  let x: Int64
  let y: Int64
  /// The binary logarithm of the side.
  let sideBits: Int64
  /// For the errors of Doubles: what happens in a pixel does so between edges that pass through it, and a cell is made
  /// of whole pixels.
  private let margin: Int64 = 4

  /// The smallest cell of pixels that holds all edges with a margin.
  init(around rings: FixedRings) {
    var low = GridPoint(x: .max, y: .max)
    var high = GridPoint(x: .min, y: .min)
    for ring in 0..<rings.ringCount where rings.ringEdgeCounts[ring] > 0 {
      for vertex in rings.vertices[rings.edges(of: ring)] {
        low = GridPoint(x: min(low.x, vertex.x), y: min(low.y, vertex.y))
        high = GridPoint(x: max(high.x, vertex.x), y: max(high.y, vertex.y))
      }
    }
    let grid = rings.grid
    let corner = grid.centre(grid.pixel(low))
    let size = max(high.x - corner.x, high.y - corner.y) + 2 * grid.half
    self.init(
      x: corner.x - grid.half, y: corner.y - grid.half,
      sideBits: max(grid.fractionBits, Int64(Int64.bitWidth - size.leadingZeroBitCount)))
  }

  private init(x: Int64, y: Int64, sideBits: Int64) {
    self.x = x
    self.y = y
    self.sideBits = sideBits
  }

  /// One of the four quarters.
  func quarter(_ number: Int) -> PixelCell {
    let side: Int64 = 1 << (sideBits - 1)
    return PixelCell(
      x: x + (number & 1 == 0 ? 0 : side), y: y + (number & 2 == 0 ? 0 : side), sideBits: sideBits - 1)
  }

  /// Whether a position lies in the cell.
  @inline(__always)
  func contains(_ position: GridPoint) -> Bool {
    (position.x &- x) &>> sideBits == 0 && (position.y &- y) &>> sideBits == 0
  }

  /// Whether an edge comes near the cell; perhaps also where it only almost does.
  @inline(__always)
  func isNear(_ p: GridPoint, _ q: GridPoint) -> Bool {
    let side: Int64 = 1 &<< sideBits
    guard max(p.x, q.x) >= x &- margin, min(p.x, q.x) <= x &+ side &+ margin, max(p.y, q.y) >= y &- margin,
      min(p.y, q.y) <= y &+ side &+ margin
    else { return false }
    let (dx, dy) = (Double(q.x &- p.x), Double(q.y &- p.y))
    let (toX, toY) = (Double(x &+ side / 2 &- p.x), Double(y &+ side / 2 &- p.y))
    // The errors are below half a step for each step of the edge, and the margin is more than three.
    return abs(dx * toY - dy * toX) <= (abs(dx) + abs(dy)) * Double(side / 2 &+ margin)
  }

  /// About the same cell and as much again around it, for a sweep.
  var surroundings: Cell {
    let half: Int64 = 1 << (sideBits - 1)
    return Cell(x: x - half, y: y - half, widthBits: Int(sideBits) + 1, heightBits: Int(sideBits) + 1)
  }
}
