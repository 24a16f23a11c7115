/// The boxes of a list of edges, rounded outwards to a coarse grid of the cell they are compared in, eight
/// side by side, so that one edge is compared with eight at a time.
final class BoxGroups {
  private struct Group: BitwiseCopyable {
    var minX: SIMD8<Int16>
    var minY: SIMD8<Int16>
    var maxX: SIMD8<Int16>
    var maxY: SIMD8<Int16>
  }

  private let groups = Scratch<Group>()
  private var frame = Frame(cell: Cell(x: 0, y: 0, widthBits: 0, heightBits: 0))

  /// Maps coordinates to 16 bits without changing their order: 2^13 steps across the cell, and one step
  /// for all there is on either side of it.
  private struct Frame {
    let cell: Cell
    let shiftX: Int64
    let shiftY: Int64
    static let steps: Int64 = 1 << 13

    init(cell: Cell) {
      self.cell = cell
      shiftX = Int64(max(0, cell.widthBits - 13))
      shiftY = Int64(max(0, cell.heightBits - 13))
    }

    @inline(__always)
    func x(_ value: Int64) -> Int16 {
      Int16(truncatingIfNeeded: max(-1, min(Self.steps, (value &- cell.x) &>> shiftX)))
    }

    @inline(__always)
    func y(_ value: Int64) -> Int16 {
      Int16(truncatingIfNeeded: max(-1, min(Self.steps, (value &- cell.y) &>> shiftY)))
    }
  }

  /// Takes the boxes of a list of edges.
  func fill(_ edges: UnsafeBufferPointer<UInt32>, _ vertices: UnsafeBufferPointer<GridPoint>, in cell: Cell) {
    frame = Frame(cell: cell)
    let none = Group(
      minX: SIMD8(repeating: .max), minY: SIMD8(repeating: .max), maxX: SIMD8(repeating: .min),
      maxY: SIMD8(repeating: .min))
    groups.reset(count: (edges.count + 7) / 8, to: none)
    for position in 0..<edges.count {
      let p = vertices[Int(edges[position])]
      let q = vertices[Int(edges[position]) &+ 1]
      let lane = position & 7
      groups.buffer[position &>> 3].minX[lane] = frame.x(min(p.x, q.x))
      groups.buffer[position &>> 3].minY[lane] = frame.y(min(p.y, q.y))
      groups.buffer[position &>> 3].maxX[lane] = frame.x(max(p.x, q.x))
      groups.buffer[position &>> 3].maxY[lane] = frame.y(max(p.y, q.y))
    }
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
      let lanes = SIMD8<Int16>(repeating: 0).replacing(with: -1, where: meets)
      let words = unsafeBitCast(lanes, to: SIMD2<UInt64>.self)
      if words[0] | words[1] == 0 { continue }
      Self.forEachLane(words[0], index &* 8, first, body)
      Self.forEachLane(words[1], index &* 8 &+ 4, first, body)
    }
  }

  /// Calls `body` for every 16 bits of a word that are set.
  @inline(__always)
  private static func forEachLane(_ word: UInt64, _ start: Int, _ first: Int, _ body: (Int) -> Void) {
    var rest = word & 0x0001_0001_0001_0001
    while rest != 0 {
      let position = start &+ rest.trailingZeroBitCount &>> 4
      if position > first { body(position) }
      rest &= rest &- 1
    }
  }
}
