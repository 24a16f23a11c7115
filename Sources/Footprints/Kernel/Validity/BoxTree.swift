/// A packed tree of the boxes of edges, each node eight boxes (after Guttman's R-tree, packed in a
/// given order instead of a spatial one).
///
/// The edges come in runs, such as the rings of an area, in which each begins where the one before ends. The leaves
/// take them in this order, and no leaf holds those of two runs. Eight edges that
/// follow each other lie close together, and so do eight such runs: nothing has to be sorted, and building
/// it costs little more than reading the vertices. Only an order that jumps about makes the boxes of the
/// higher nodes large; whoever walks the tree counts the steps.
struct BoxTree {
  /// A node: the groups of all levels, the leaves first.
  let groups: BoxGroups
  /// The levels from the leaves up; the last is one node, the root.
  private(set) var levels: [Level] = []
  private let frame: Frame
  private let storage: Storage

  /// The nodes of one level among all.
  struct Level {
    let first: Int
    let count: Int
  }

  /// What a worker keeps for its next tree.
  final class Storage {
    fileprivate let groups = Scratch<BoxGroup>()
    fileprivate let leaves = Scratch<Leaf>()
  }

  /// The edges of a leaf: up to eight from the first on, all of one run.
  struct Leaf: BitwiseCopyable {
    let firstEdge: UInt32
    let run: UInt32
  }

  /// Maps coordinates to 2^15 steps across all edges.
  private struct Frame {
    private let x: Int64
    private let y: Int64
    private let shiftX: Int64
    private let shiftY: Int64

    init(_ runs: some Collection<Range<Int>>, _ vertices: UnsafeBufferPointer<GridPoint>) {
      var low = GridPoint(x: .max, y: .max)
      var high = GridPoint(x: .min, y: .min)
      for edges in runs where !edges.isEmpty {
        for vertex in edges.lowerBound...edges.upperBound {
          let point = vertices[vertex]
          low = GridPoint(x: min(low.x, point.x), y: min(low.y, point.y))
          high = GridPoint(x: max(high.x, point.x), y: max(high.y, point.y))
        }
      }
      (x, y) = (low.x, low.y)
      shiftX = Self.shift(low.x, high.x)
      shiftY = Self.shift(low.y, high.y)
    }

    private static func shift(_ low: Int64, _ high: Int64) -> Int64 {
      low < high ? Int64(max(0, Int64.bitWidth - 15 - (high - low).leadingZeroBitCount)) : 0
    }

    @inline(__always)
    func x(_ value: Int64) -> Int16 { Int16(truncatingIfNeeded: (value &- x) &>> shiftX) }

    @inline(__always)
    func y(_ value: Int64) -> Int16 { Int16(truncatingIfNeeded: (value &- y) &>> shiftY) }
  }

  /// Builds the tree over some runs of edges, of which at least one must not be empty; it is valid until the
  /// next is built in the same storage.
  init<Runs: RandomAccessCollection<Range<Int>>>(
    _ runs: Runs, _ vertices: UnsafeBufferPointer<GridPoint>, in storage: Storage
  ) where Runs.Index == Int {
    self.storage = storage
    frame = Frame(runs, vertices)
    let leaves = storage.leaves
    leaves.reset(count: 0)
    for run in runs.indices {
      for first in stride(from: runs[run].lowerBound, to: runs[run].upperBound, by: 8) {
        leaves.append(
          Leaf(firstEdge: UInt32(truncatingIfNeeded: first), run: UInt32(truncatingIfNeeded: run)))
      }
    }
    var level = Level(first: 0, count: leaves.count)
    levels.append(level)
    while level.count > 1 {
      level = Level(first: level.first + level.count, count: (level.count + 7) / 8)
      levels.append(level)
    }
    storage.groups.reset(count: level.first + level.count, to: BoxGroup())
    groups = BoxGroups(storage.groups.buffer)
    fillLeaves(runs, vertices)
    for (level, above) in zip(levels.dropLast(), levels.dropFirst()) {
      for node in 0..<level.count {
        // The boxes of the level above lie one after the other, like the nodes here.
        groups[box: above.first &* 8 &+ node] = groups[level.first &+ node].box
      }
    }
  }

  private func fillLeaves<Runs: RandomAccessCollection<Range<Int>>>(
    _ runs: Runs, _ vertices: UnsafeBufferPointer<GridPoint>
  ) where Runs.Index == Int {
    for (number, leaf) in storage.leaves.elements.enumerated() {
      let end = runs[Int(leaf.run)].upperBound
      let first = Int(leaf.firstEdge)
      var fromX = frame.x(vertices[first].x)
      var fromY = frame.y(vertices[first].y)
      for edge in first..<min(first &+ 8, end) {
        let toX = frame.x(vertices[edge &+ 1].x)
        let toY = frame.y(vertices[edge &+ 1].y)
        groups[box: number &* 8 &+ edge &- first] = SmallBox(
          minX: min(fromX, toX), minY: min(fromY, toY), maxX: max(fromX, toX), maxY: max(fromY, toY))
        (fromX, fromY) = (toX, toY)
      }
    }
  }

  /// The edges of a leaf.
  @inline(__always)
  func leaf(_ number: Int) -> Leaf { storage.leaves[number] }

  /// The box that a ray from a point to the right runs through.
  func ray(from point: GridPoint) -> SmallBox {
    let (x, y) = (frame.x(point.x), frame.y(point.y))
    return SmallBox(minX: x, minY: y, maxX: .max, maxY: y)
  }

  /// Calls `body` with every edge and its run whose rounded box meets another, unless that takes more than
  /// the steps left: then it returns false.
  func forEachEdge(near box: SmallBox, steps: inout Int, _ body: (Int, Int) -> Void) -> Bool {
    forEachEdge(near: box, levels.count - 1, 0, &steps, body)
  }

  private func forEachEdge(
    near box: SmallBox, _ level: Int, _ node: Int, _ steps: inout Int, _ body: (Int, Int) -> Void
  ) -> Bool {
    steps -= 1
    if steps < 0 { return false }
    for lane in groups[levels[level].first + node].lanes(meeting: box) {
      if level == 0 {
        let leaf = leaf(node)
        body(Int(leaf.firstEdge) + lane, Int(leaf.run))
      } else if !forEachEdge(near: box, level - 1, node * 8 + lane, &steps, body) {
        return false
      }
    }
    return true
  }
}
