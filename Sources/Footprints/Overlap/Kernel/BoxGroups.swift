/// The boxes of a list of edges, rounded outwards to a coarse grid of the cell they are compared in, eight
/// side by side, so that one edge is compared with eight at a time.
///
/// It reads a scratch buffer that the next cell overwrites.
struct BoxGroups {
  /// Eight boxes; where there are fewer, ones that meet nothing.
  struct Group: BitwiseCopyable {
    var minX = SIMD8<Int16>(repeating: .max)
    var minY = SIMD8<Int16>(repeating: .max)
    var maxX = SIMD8<Int16>(repeating: .min)
    var maxY = SIMD8<Int16>(repeating: .min)
  }

  private let groups: UnsafeBufferPointer<Group>
  private let frame: Frame

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
    func x(_ value: Int64) -> Int16 {
      Int16(truncatingIfNeeded: max(-1, min(Self.steps, (value &- x) &>> shiftX)))
    }

    @inline(__always)
    func y(_ value: Int64) -> Int16 {
      Int16(truncatingIfNeeded: max(-1, min(Self.steps, (value &- y) &>> shiftY)))
    }
  }

  /// Takes the boxes of a list of edges.
  init(
    _ edges: UnsafeBufferPointer<UInt32>, _ vertices: UnsafeBufferPointer<GridPoint>, in cell: Cell,
    scratch: Scratch<Group>
  ) {
    let frame = Frame(cell: cell)
    scratch.reset(count: (edges.count + 7) / 8, to: Group())
    let groups = scratch.buffer
    for position in 0..<edges.count {
      let p = vertices[Int(edges[position])]
      let q = vertices[Int(edges[position]) &+ 1]
      let lane = position & 7
      groups[position &>> 3].minX[lane] = frame.x(min(p.x, q.x))
      groups[position &>> 3].minY[lane] = frame.y(min(p.y, q.y))
      groups[position &>> 3].maxX[lane] = frame.x(max(p.x, q.x))
      groups[position &>> 3].maxY[lane] = frame.y(max(p.y, q.y))
    }
    self.groups = scratch.elements
    self.frame = frame
  }

  /// Calls `body` with the position of every edge whose rounded box meets that of p -> q, of those after
  /// a position only.
  @inline(__always)
  func forEachMeeting(_ p: GridPoint, _ q: GridPoint, after first: Int = -1, _ body: (Int) -> Void) {
    let minX = SIMD8(repeating: frame.x(min(p.x, q.x)))
    let minY = SIMD8(repeating: frame.y(min(p.y, q.y)))
    let maxX = SIMD8(repeating: frame.x(max(p.x, q.x)))
    let maxY = SIMD8(repeating: frame.y(max(p.y, q.y)))
    for index in (first &+ 1) &>> 3..<groups.count {
      let group = groups[index]
      let meets =
        (group.minX .<= maxX) .& (group.maxX .>= minX) .& (group.minY .<= maxY) .& (group.maxY .>= minY)
      let lanes = SIMD8<Int8>(
        truncatingIfNeeded: SIMD8<Int16>(repeating: 0).replacing(with: 1, where: meets))
      var rest = unsafeBitCast(lanes, to: UInt64.self)
      while rest != 0 {
        let position = index &* 8 &+ rest.trailingZeroBitCount &>> 3
        if position > first { body(position) }
        rest &= rest &- 1
      }
    }
  }
}
