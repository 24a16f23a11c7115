/// The part of an edge that lies in a cell or within two units of it, seen from the cell's corner, by Liang
/// and Barsky's clipping. All numbers are below 2^42, and the errors of the Doubles below 2^-8: the part is
/// never too short by as much as those two units.
struct EdgePart {
  let startX: Double
  let startY: Double
  let endX: Double
  let endY: Double

  /// Nil when the edge does not come near the cell.
  init?(of p: GridPoint, _ q: GridPoint, near cell: Cell) {
    let (px, py) = (Double(p.x &- cell.x), Double(p.y &- cell.y))
    let (dx, dy) = (Double(q.x &- p.x), Double(q.y &- p.y))
    var first = 0.0
    var last = 1.0
    Self.clip(px, dx, Double(1 << Int64(cell.widthBits)), &first, &last)
    Self.clip(py, dy, Double(1 << Int64(cell.heightBits)), &first, &last)
    guard first <= last else { return nil }
    startX = px + dx * first
    startY = py + dy * first
    endX = px + dx * last
    endY = py + dy * last
  }

  /// Shortens the stretch of a line to what lies between -2 and `side` + 2 along one axis.
  @inline(__always)
  private static func clip(
    _ start: Double, _ step: Double, _ side: Double, _ first: inout Double, _ last: inout Double
  ) {
    if step == 0 {
      if start < -2 || start > side + 2 { last = -1 }
      return
    }
    let (enter, leave) = ((-2 - start) / step, (side + 2 - start) / step)
    first = max(first, min(enter, leave))
    last = min(last, max(enter, leave))
  }
}
