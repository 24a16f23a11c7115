/// Finds the segments of a tree near another: one worker's.
final class SegmentNeighbours {
  private let tree: SegmentTree
  /// How many nodes and segments were looked at since this was last set.
  var steps = 0
  private let stack = Scratch<UInt64>()

  init(_ tree: SegmentTree) { self.tree = tree }

  /// Calls `body` with the number of every segment whose box comes within a distance of a segment; with some more than
  /// once.
  func forEach(within distance: Double, of segment: LineSegment, _ body: (UInt32) -> Void) {
    let length = segment.length
    let stretch = SegmentStretch(of: segment, length: length, from: 0, to: length)
    forEach({ $0.lanes(within: distance, of: stretch) }, body)
  }

  /// The same of a point.
  func forEach(within distance: Double, of point: Coordinate, _ body: (UInt32) -> Void) {
    let square = SIMD8(repeating: distance * distance)
    forEach({ $0.squaredDistances(from: point) .<= square }, body)
  }

  /// Calls `body` with the number of every segment whose box, like all that hold it, is wanted.
  @inline(__always)
  private func forEach(
    _ wanted: (SegmentBoxes) -> SIMDMask<SIMD8<Int64>>, _ body: (UInt32) -> Void
  ) {
    stack.reset(count: 0)
    stack.append(UInt64(tree.levels.count - 1) << 32)
    var height = 1
    while height > 0 {
      height &-= 1
      steps &+= 1
      let (level, node) = (Int(stack[height] >> 32), Int(stack[height] & 0xFFFF_FFFF))
      let lanes = wanted(tree.nodes[tree.levels[level].lowerBound + node])
      if !any(lanes) { continue }
      for lane in 0..<8 where lanes[lane] {
        let place = node &* 8 &+ lane
        if level == 0 {
          steps &+= 1
          body(tree.items[place])
          continue
        }
        let child = UInt64(level - 1) << 32 | UInt64(place)
        if stack.count == height { stack.append(child) } else { stack[height] = child }
        height &+= 1
      }
    }
  }
}
