/// A packed tree of the boxes of all edges, each node eight boxes (Kamel and Faloutsos, "On packing R-trees", 1993).
///
/// The leaves are runs of up to eight edges of a ring, in the order of Hilbert's curve: eight edges that follow each
/// other lie close together, and so only the leaves are sorted. All boxes are larger than the edges by half a unit, and
/// by rounding: where a position in the pixel of a vertex lies on an edge, their boxes meet. 18 bytes an edge.
final class EdgeTree: Sendable {
  /// The edges of a leaf: up to eight from the first on, all of one ring.
  struct Leaf: BitwiseCopyable, Sendable {
    let firstEdge: UInt32
    let ring: UInt32
  }

  /// The nodes of one level among all.
  struct Level: Sendable {
    let first: Int
    let count: Int
  }

  let leaves: [Leaf]
  /// The levels from the leaves up; the last is one node, the root.
  let levels: [Level]
  private let storage: [WideBoxGroup]
  private let frame: Frame

  /// Maps positions to at most 2^29 steps.
  private struct Frame: Sendable {
    let x: Int64
    let y: Int64
    let shift: Int64
    let margin: Int64

    @inline(__always)
    func box(_ p: GridPoint, _ q: GridPoint) -> WideBox {
      WideBox(
        minX: step(min(p.x, q.x) &- margin, x), minY: step(min(p.y, q.y) &- margin, y),
        maxX: step(max(p.x, q.x) &+ margin, x), maxY: step(max(p.y, q.y) &+ margin, y))
    }

    @inline(__always)
    private func step(_ value: Int64, _ origin: Int64) -> Int32 {
      Int32(truncatingIfNeeded: (value &- origin) &>> shift)
    }
  }

  /// Builds the tree over all edges, of which there must be at least one.
  init(_ rings: FixedRings, jobs: Int) throws(FootprintsError) {
    var inOrder: [Leaf] = []
    inOrder.reserveCapacity(rings.vertices.count / 8 + rings.ringCount)
    for ring in 0..<rings.ringCount {
      let edges = rings.edges(of: ring)
      var first = edges.lowerBound
      while first < edges.upperBound {
        inOrder.append(
          Leaf(firstEdge: UInt32(truncatingIfNeeded: first), ring: UInt32(truncatingIfNeeded: ring)))
        first += 8
      }
    }
    let frame = try Self.frame(rings, jobs)
    leaves = try Self.sorted(inOrder, rings, frame, jobs)
    var levels = [Level(first: 0, count: leaves.count)]
    while let level = levels.last, level.count > 1 {
      levels.append(Level(first: level.first + level.count, count: (level.count + 7) / 8))
    }
    self.levels = levels
    self.frame = frame
    storage = try Self.filled(leaves, levels, rings, frame, jobs)
  }

  private static func frame(_ rings: FixedRings, _ jobs: Int) throws(FootprintsError) -> Frame {
    let pieces = Pieces(of: rings.ringCount, minimum: 64, jobs: jobs)
    let boxes = try parallelMap(count: pieces.count, jobs: jobs) { piece in
      var low = GridPoint(x: .max, y: .max)
      var high = GridPoint(x: .min, y: .min)
      rings.vertices.withUnsafeBufferPointer { vertices in
        for ring in pieces[piece] {
          for vertex in rings.edges(of: ring) {
            let point = vertices[vertex]
            low = GridPoint(x: min(low.x, point.x), y: min(low.y, point.y))
            high = GridPoint(x: max(high.x, point.x), y: max(high.y, point.y))
          }
        }
      }
      return (low, high)
    }
    let low = boxes.reduce(GridPoint(x: .max, y: .max)) {
      GridPoint(x: min($0.x, $1.0.x), y: min($0.y, $1.0.y))
    }
    let high = boxes.reduce(GridPoint(x: .min, y: .min)) {
      GridPoint(x: max($0.x, $1.1.x), y: max($0.y, $1.1.y))
    }
    let margin = rings.grid.half &+ 1
    let size = max(high.x - low.x, high.y - low.y) + 4 * margin
    return Frame(
      x: low.x - 2 * margin, y: low.y - 2 * margin,
      shift: Int64(max(0, Int64.bitWidth - 29 - size.leadingZeroBitCount)), margin: margin)
  }

  /// The leaves in the order of Hilbert's curve, those of one place as they were.
  private static func sorted(
    _ leaves: [Leaf], _ rings: FixedRings, _ frame: Frame, _ jobs: Int
  ) throws(FootprintsError) -> [Leaf] {
    var places = [UInt32](repeating: 0, count: leaves.count)
    try parallelChunks(of: &places, jobs: jobs, chunk: 1 << 12, makeWorker: {}) { _, places, first in
      rings.vertices.withUnsafeBufferPointer { vertices in
        for index in places.indices {
          let leaf = leaves[first + index]
          let point = vertices[Int(leaf.firstEdge)]
          places[index] = hilbertPlace(
            UInt32(truncatingIfNeeded: (point.x &- frame.x) &>> (frame.shift &+ 13)),
            UInt32(truncatingIfNeeded: (point.y &- frame.y) &>> (frame.shift &+ 13)))
        }
      }
    }
    return sortedByKey(leaves, places)
  }

  /// The boxes of all nodes.
  private static func filled(
    _ leaves: [Leaf], _ levels: [Level], _ rings: FixedRings, _ frame: Frame, _ jobs: Int
  ) throws(FootprintsError) -> [WideBoxGroup] {
    var storage = [WideBoxGroup](
      repeating: WideBoxGroup(), count: levels.reduce(0) { $0 + $1.count })
    try parallelChunks(of: &storage, jobs: jobs, chunk: 1 << 11, makeWorker: {}) { _, nodes, first in
      let groups = WideBoxGroups(nodes)
      rings.vertices.withUnsafeBufferPointer { vertices in
        for index in nodes.indices where first + index < leaves.count {
          let leaf = leaves[first + index]
          let edge = Int(leaf.firstEdge)
          let end = min(edge &+ 8, rings.edges(of: Int(leaf.ring)).upperBound)
          for place in edge..<end {
            groups[box: index &* 8 &+ place &- edge] = frame.box(vertices[place], vertices[place &+ 1])
          }
        }
      }
    }
    storage.withUnsafeMutableBufferPointer { buffer in
      let groups = WideBoxGroups(buffer)
      for (level, above) in zip(levels, levels.dropFirst()) {
        for node in 0..<level.count {
          // The boxes of the level above lie one after the other, like the nodes here.
          groups[box: above.first &* 8 &+ node] = groups[level.first &+ node].box
        }
      }
    }
    return storage
  }

  /// Lets `body` read the tree.
  func withNodes<Result>(_ body: (Nodes) -> Result) -> Result {
    leaves.withUnsafeBufferPointer { leaves in
      storage.withUnsafeBufferPointer { body(Nodes(leaves: leaves, groups: $0, levels: levels)) }
    }
  }

  /// The box of a pixel, not larger than that.
  func box(of pixel: GridPoint, _ grid: PixelGrid) -> WideBox {
    let centre = grid.centre(pixel)
    return frame.box(centre, centre)
  }

  /// The tree as one worker reads it.
  struct Nodes {
    let leaves: UnsafeBufferPointer<Leaf>
    let groups: UnsafeBufferPointer<WideBoxGroup>
    let levels: [Level]

    /// Adds the leaves whose box meets another to a list, only those after a place in the order of leaves.
    @inline(__always)
    func find(meeting box: WideBox, after place: Int, into found: Scratch<UInt32>) {
      find(meeting: box, after: place, levels.count - 1, 0, found)
    }

    private func find(
      meeting box: WideBox, after place: Int, _ level: Int, _ node: Int, _ found: Scratch<UInt32>
    ) {
      if level == 0 {
        // A tree of one leaf.
        if node > place { found.append(UInt32(truncatingIfNeeded: node)) }
        return
      }
      for lane in groups[levels[level].first &+ node].lanes(meeting: box) {
        let child = node &* 8 &+ lane
        if level == 1 {
          if child > place { found.append(UInt32(truncatingIfNeeded: child)) }
        } else if (child &+ 1) &<< (3 &* (level &- 1)) > place &+ 1 {
          find(meeting: box, after: place, level &- 1, child, found)
        }
      }
    }
  }
}

/// The elements in the order of their keys, those with equal keys as they were: a counting sort by three digits.
func sortedByKey<Element: BitwiseCopyable>(_ elements: [Element], _ keys: [UInt32]) -> [Element] {
  var (elements, keys) = (elements, keys)
  var (nextElements, nextKeys) = (elements, keys)
  for shift in [0, 11, 22] as [UInt32] {
    var starts = [Int](repeating: 0, count: 1 << 11 + 1)
    for key in keys { starts[Int((key &>> shift) & 0x7FF) &+ 1] &+= 1 }
    for digit in 1..<starts.count { starts[digit] += starts[digit - 1] }
    for index in keys.indices {
      let digit = Int((keys[index] &>> shift) & 0x7FF)
      nextElements[starts[digit]] = elements[index]
      nextKeys[starts[digit]] = keys[index]
      starts[digit] &+= 1
    }
    swap(&elements, &nextElements)
    swap(&keys, &nextKeys)
  }
  return elements
}
