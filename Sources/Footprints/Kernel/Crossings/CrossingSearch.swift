/// What becomes of the crossings that a search finds. A protocol and not a closure, so that it is compiled into the search.
protocol CrossingSink {
  /// Takes a crossing of an A edge that begins at p with a B edge that begins at r. It is `entering` where the A edge
  /// enters the B edge's area.
  mutating func add(
    _ crossing: Crossing, _ aEdge: UInt32, _ bEdge: UInt32, _ p: GridPoint, _ r: GridPoint, entering: Bool)

  /// Takes the common stretch of two edges on one line, in opposite directions, which the displacement has moved into
  /// each other's areas.
  mutating func addStrip(_ aEdge: UInt32, _ bEdge: UInt32, from start: GridPoint, to end: GridPoint)
}

/// Finds the crossings in a few neighbouring cells.
struct CrossingSearch<Sink: CrossingSink>: CellVisitor {
  let a: UnsafeBufferPointer<GridPoint>
  let b: UnsafeBufferPointer<GridPoint>
  /// Where they go.
  var sink: Sink
  /// How many pairs of edges with touching boxes, as far as those were rounded, were looked at.
  var candidates = 0

  private let scratch = Scratch<BoxGroup>()
  private let aShadows = Scratch<LineSweep.Shadow>()
  private let bShadows = Scratch<LineSweep.Shadow>()

  /// A search among the vertices of two layers.
  init(_ a: UnsafeBufferPointer<GridPoint>, _ b: UnsafeBufferPointer<GridPoint>, sink: Sink) {
    self.a = a
    self.b = b
    self.sink = sink
  }

  mutating func compare(
    _ cell: Cell, _ aEdges: UnsafeBufferPointer<UInt32>, _ bEdges: UnsafeBufferPointer<UInt32>
  ) {
    let boxes = CellBoxes(bEdges, b, in: cell, scratch: scratch)
    let short = shortReach(in: cell)
    for aEdge in aEdges {
      let p = a[Int(aEdge)]
      let q = a[Int(aEdge) &+ 1]
      if _fastPath(boxes.reach | reach(p, q) < short) {
        boxes.forEachMeeting(p, q) { position in compareShort(aEdge, bEdges[position], p, q, in: cell) }
      } else {
        compare(aEdge, bEdges, boxes, in: cell)
      }
    }
  }

  /// Compares a long edge, out of the way of the others' loop.
  @inline(never)
  private mutating func compare(
    _ aEdge: UInt32, _ bEdges: UnsafeBufferPointer<UInt32>, _ boxes: CellBoxes, in cell: Cell
  ) {
    boxes.forEachMeeting(a[Int(aEdge)], a[Int(aEdge) &+ 1]) { position in
      compare(aEdge, bEdges[position], in: cell)
    }
  }

  mutating func sweep(
    _ cell: Cell, _ aEdges: UnsafeBufferPointer<UInt32>, _ bEdges: UnsafeBufferPointer<UInt32>,
    atMost most: Int
  ) -> Bool {
    let sweep = LineSweep(across: aEdges, a, in: cell)
    sweep.cast(aEdges, a, into: aShadows)
    sweep.cast(bEdges, b, into: bShadows)
    var meetings = 0
    let areFew = LineSweep.forEachMeeting(aShadows.elements, bShadows.elements) { _, _ in
      meetings &+= 1
      return meetings <= most
    }
    guard areFew else { return false }
    return LineSweep.forEachMeeting(aShadows.elements, bShadows.elements) { aEdge, bEdge in
      compare(aEdge, bEdge, in: cell)
      return true
    }
  }

  mutating func sweepSlabs(
    _ cell: Cell, _ aEdges: UnsafeBufferPointer<UInt32>, _ bEdges: UnsafeBufferPointer<UInt32>
  ) -> Bool {
    var sweep = SlabSweep(aEdges, a, bEdges, b, in: cell, atMost: 64 * (aEdges.count + bEdges.count))
    // Some pairs are found several times, and each may cross once only.
    var pairs: [UInt64] = []
    let end = sweep.run { aEdge, bEdge in
      pairs.append(UInt64(aEdge) << 32 | UInt64(bEdge))
      return true
    }
    guard case .done = end else { return false }
    pairs.sort()
    var last: UInt64?
    for pair in pairs where pair != last {
      compare(UInt32(pair >> 32), UInt32(truncatingIfNeeded: pair), in: cell)
      last = pair
    }
    return true
  }

  /// Compares two edges that are short for the cell (`shortReach`).
  @inline(__always)
  private mutating func compareShort(
    _ aEdge: UInt32, _ bEdge: UInt32, _ p: GridPoint, _ q: GridPoint, in cell: Cell
  ) {
    candidates &+= 1
    let r = b[Int(bEdge)]
    let s = b[Int(bEdge) &+ 1]
    let sides = Sides<Int64>(p, q, r, s)
    if sides.areCrossing {
      add(Crossing(near: sides, p, q, r, s), aEdge, bEdge, p, r, cell, entering: sides.isEntering)
    } else if sides.areStrip {
      addStrip(aEdge, bEdge, p, q, r, s, cell)
    }
  }

  /// Compares any two edges.
  @inline(never)
  private mutating func compare(_ aEdge: UInt32, _ bEdge: UInt32, in cell: Cell) {
    candidates &+= 1
    let p = a[Int(aEdge)]
    let q = a[Int(aEdge) &+ 1]
    let r = b[Int(bEdge)]
    let s = b[Int(bEdge) &+ 1]
    guard boxesMeet(p, q, r, s) else { return }
    switch meeting(p, q, r, s) {
    case .apart: break
    case .strip: addStrip(aEdge, bEdge, p, q, r, s, cell)
    case .entering(let crossing): add(crossing, aEdge, bEdge, p, r, cell, entering: true)
    case .leaving(let crossing): add(crossing, aEdge, bEdge, p, r, cell, entering: false)
    }
  }

  @inline(never)
  private mutating func add(
    _ crossing: Crossing, _ aEdge: UInt32, _ bEdge: UInt32, _ p: GridPoint, _ r: GridPoint, _ cell: Cell,
    entering: Bool
  ) {
    // A pair of edges can meet in several cells; it counts in the one that the point belongs to.
    guard cell.contains(crossing.point.floor) else { return }
    sink.add(crossing, aEdge, bEdge, p, r, entering: entering)
  }

  /// Adds a strip, in the cell that its first point belongs to.
  private mutating func addStrip(
    _ aEdge: UInt32, _ bEdge: UInt32, _ p: GridPoint, _ q: GridPoint, _ r: GridPoint, _ s: GridPoint,
    _ cell: Cell
  ) {
    // Points on one line are ordered along it by x, then y.
    let aStart = p.isBefore(q) ? p : q
    let aEnd = p.isBefore(q) ? q : p
    let bStart = r.isBefore(s) ? r : s
    let bEnd = r.isBefore(s) ? s : r
    let start = aStart.isBefore(bStart) ? bStart : aStart
    let end = aEnd.isBefore(bEnd) ? aEnd : bEnd
    guard start.isBefore(end), cell.contains(start) else { return }
    sink.addStrip(aEdge, bEdge, from: start, to: end)
  }
}
