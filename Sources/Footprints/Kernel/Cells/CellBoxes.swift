/// The boxes of a list of edges, rounded outwards to a coarse grid of the cell they are compared in.
///
/// It reads a scratch buffer that the next cell overwrites.
struct CellBoxes {
  private let groups: BoxGroups
  private let groupCount: Int
  private let frame: Frame
  /// A number that is below a power of two exactly when all edges' widths and heights are.
  let reach: UInt64

  /// Maps coordinates to 16 bits without changing their order: 2^13 steps across the cell, and one step
  /// for all there is on either side of it.
  private struct Frame {
    let x: Int64
    let y: Int64
    let shiftX: Int64
    let shiftY: Int64
    static let steps: Int64 = 1 << 13

    init(cell: Cell) {
      x = cell.x
      y = cell.y
      shiftX = Int64(max(0, cell.widthBits - 13))
      shiftY = Int64(max(0, cell.heightBits - 13))
    }

    @inline(__always)
    func box(_ p: GridPoint, _ q: GridPoint) -> SmallBox {
      let (pX, qX, pY, qY) = (x(p.x), x(q.x), y(p.y), y(q.y))
      return SmallBox(minX: min(pX, qX), minY: min(pY, qY), maxX: max(pX, qX), maxY: max(pY, qY))
    }

    @inline(__always)
    private func x(_ value: Int64) -> Int16 {
      Int16(truncatingIfNeeded: max(-1, min(Self.steps, (value &- x) &>> shiftX)))
    }

    @inline(__always)
    private func y(_ value: Int64) -> Int16 {
      Int16(truncatingIfNeeded: max(-1, min(Self.steps, (value &- y) &>> shiftY)))
    }
  }

  /// Takes the boxes of a list of edges.
  init(
    _ edges: UnsafeBufferPointer<UInt32>, _ vertices: UnsafeBufferPointer<GridPoint>, in cell: Cell,
    scratch: Scratch<BoxGroup>
  ) {
    frame = Frame(cell: cell)
    groupCount = (edges.count + 7) / 8
    scratch.reset(count: groupCount, to: BoxGroup())
    groups = BoxGroups(scratch.buffer)
    var reach: UInt64 = 0
    for place in 0..<edges.count {
      let edge = Int(edges[place])
      groups[box: place] = frame.box(vertices[edge], vertices[edge &+ 1])
      reach |= Footprints.reach(vertices[edge], vertices[edge &+ 1])
    }
    self.reach = reach
  }

  /// Calls `body` with the position of every edge whose rounded box meets that of p -> q.
  @inline(__always)
  func forEachMeeting(_ p: GridPoint, _ q: GridPoint, _ body: (Int) -> Void) {
    let box = frame.box(p, q)
    for group in 0..<groupCount {
      for lane in groups[group].lanes(meeting: box) { body(group &* 8 &+ lane) }
    }
  }

  /// The same for those after one of the edges, given by its position.
  @inline(__always)
  func forEachMeeting(_ p: GridPoint, _ q: GridPoint, after first: Int, _ body: (Int) -> Void) {
    let box = frame.box(p, q)
    for group in first &>> 3..<groupCount {
      for lane in groups[group].lanes(meeting: box) where group &* 8 &+ lane > first {
        body(group &* 8 &+ lane)
      }
    }
  }
}
