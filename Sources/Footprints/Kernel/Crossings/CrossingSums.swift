/// Adds up what every crossing in a few neighbouring cells contributes to the intersection of the two areas whose
/// boundaries cross.
struct CrossingSums: CellVisitor {
  let x: LayerSums
  let y: LayerSums
  /// The sums so far; to be taken over after every few cells, so that they are found in the fastest memory.
  var pairs = PairSums()
  /// How many pairs of edges with touching boxes, as far as those were rounded, were looked at.
  var candidates = 0
  /// How many of them cross, those that only the displacement makes cross included.
  var crossings = 0

  private let scratch = Scratch<BoxGroup>()
  private let xShadows = Scratch<LineSweep.Shadow>()
  private let yShadows = Scratch<LineSweep.Shadow>()

  init(_ x: LayerSums, _ y: LayerSums) {
    self.x = x
    self.y = y
  }

  mutating func compare(
    _ cell: Cell, _ xEdges: UnsafeBufferPointer<UInt32>, _ yEdges: UnsafeBufferPointer<UInt32>
  ) {
    let boxes = CellBoxes(yEdges, y.vertices, in: cell, scratch: scratch)
    let short = shortReach(in: cell)
    for xEdge in xEdges {
      let p = x.vertices[Int(xEdge)]
      let q = x.vertices[Int(xEdge) &+ 1]
      if _fastPath(boxes.reach | reach(p, q) < short) {
        boxes.forEachMeeting(p, q) { position in compareShort(xEdge, yEdges[position], p, q, in: cell) }
      } else {
        compare(xEdge, yEdges, boxes, in: cell)
      }
    }
  }

  /// Compares a long edge, out of the way of the others' loop.
  @inline(never)
  private mutating func compare(
    _ xEdge: UInt32, _ yEdges: UnsafeBufferPointer<UInt32>, _ boxes: CellBoxes, in cell: Cell
  ) {
    boxes.forEachMeeting(x.vertices[Int(xEdge)], x.vertices[Int(xEdge) &+ 1]) { position in
      compare(xEdge, yEdges[position], in: cell)
    }
  }

  mutating func sweep(
    _ cell: Cell, _ xEdges: UnsafeBufferPointer<UInt32>, _ yEdges: UnsafeBufferPointer<UInt32>,
    atMost most: Int
  ) -> Bool {
    let sweep = LineSweep(across: xEdges, x.vertices, in: cell)
    sweep.cast(xEdges, x.vertices, into: xShadows)
    sweep.cast(yEdges, y.vertices, into: yShadows)
    var meetings = 0
    let areFew = LineSweep.forEachMeeting(xShadows.elements, yShadows.elements) { _, _ in
      meetings &+= 1
      return meetings <= most
    }
    guard areFew else { return false }
    return LineSweep.forEachMeeting(xShadows.elements, yShadows.elements) { xEdge, yEdge in
      compare(xEdge, yEdge, in: cell)
      return true
    }
  }

  /// Compares two edges that are short for the cell (`shortReach`).
  @inline(__always)
  private mutating func compareShort(
    _ xEdge: UInt32, _ yEdge: UInt32, _ p: GridPoint, _ q: GridPoint, in cell: Cell
  ) {
    candidates &+= 1
    let r = y.vertices[Int(yEdge)]
    let s = y.vertices[Int(yEdge) &+ 1]
    let sides = Sides<Int64>(p, q, r, s)
    if sides.areCrossing {
      add(Crossing(near: sides, p, q, r, s), xEdge, yEdge, p, r, cell, entering: sides.isEntering)
    } else if sides.areStrip {
      addStrip(xEdge, yEdge, p, q, r, s, cell)
    }
  }

  /// Compares any two edges.
  @inline(never)
  private mutating func compare(_ xEdge: UInt32, _ yEdge: UInt32, in cell: Cell) {
    candidates &+= 1
    let p = x.vertices[Int(xEdge)]
    let q = x.vertices[Int(xEdge) &+ 1]
    let r = y.vertices[Int(yEdge)]
    let s = y.vertices[Int(yEdge) &+ 1]
    guard boxesMeet(p, q, r, s) else { return }
    switch meeting(p, q, r, s) {
    case .apart: break
    case .strip: addStrip(xEdge, yEdge, p, q, r, s, cell)
    case .entering(let crossing): add(crossing, xEdge, yEdge, p, r, cell, entering: true)
    case .leaving(let crossing): add(crossing, xEdge, yEdge, p, r, cell, entering: false)
    }
  }

  @inline(never)
  private mutating func add(
    _ crossing: Crossing, _ xEdge: UInt32, _ yEdge: UInt32, _ p: GridPoint, _ r: GridPoint, _ cell: Cell,
    entering: Bool
  ) {
    // A pair of edges can meet in several cells; it counts in the one that the point belongs to.
    guard cell.contains(crossing.point.floor) else { return }
    crossings &+= 1
    let (xSums, ySums) = (x.sums(before: xEdge), y.sums(before: yEdge))
    pairs.update(x.edges.area(of: xEdge), y.edges.area(of: yEdge)) { pair in
      pair.add(crossing, entering: entering, from: p, after: xSums, from: r, after: ySums)
    }
  }

  /// Adds a strip, in the cell that its first point belongs to.
  private mutating func addStrip(
    _ xEdge: UInt32, _ yEdge: UInt32, _ p: GridPoint, _ q: GridPoint, _ r: GridPoint, _ s: GridPoint,
    _ cell: Cell
  ) {
    // Points on one line are ordered along it by x, then y.
    let xStart = p.isBefore(q) ? p : q
    let xEnd = p.isBefore(q) ? q : p
    let yStart = r.isBefore(s) ? r : s
    let yEnd = r.isBefore(s) ? s : r
    let start = xStart.isBefore(yStart) ? yStart : xStart
    let end = xEnd.isBefore(yEnd) ? xEnd : yEnd
    guard start.isBefore(end), cell.contains(start) else { return }
    pairs.update(x.edges.area(of: xEdge), y.edges.area(of: yEdge)) { pair in
      pair.addStrip(EdgeSums.length(start, end))
    }
  }
}
