import Synchronization

/// Finds through which pixels of vertices and of crossings each edge passes.
enum NodingSearch {
  /// What there is to be found, in no particular order.
  static func findings(in rings: FixedRings, jobs: Int) throws(FootprintsError) -> NodingFindings {
    var all = NodingFindings(contacts: [OwnContacts](repeating: [], count: rings.count))
    guard rings.ringEdgeCounts.contains(where: { $0 > 0 }) else { return all }
    let tree = try EdgeTree(rings, jobs: jobs)
    try add(comparePairs(tree, rings, jobs), to: &all)
    if all.crossings.isEmpty { return all }
    let pixels = different(all.crossings)
    try add(compare(pixels, tree, rings, jobs), to: &all)
    all.crossings = pixels
    return all
  }

  private static func add(_ found: [NodingFindings], to all: inout NodingFindings) {
    for some in found {
      all.passages += some.passages
      all.crossings += some.crossings
      all.areTouching = all.areTouching || some.areTouching
      for area in all.contacts.indices { all.contacts[area].formUnion(some.contacts[area]) }
    }
  }

  private static func different(_ pixels: [GridPoint]) -> [GridPoint] {
    var pixels = pixels.sorted { ($0.y, $0.x) < ($1.y, $1.x) }
    var count = 0
    for pixel in pixels where count == 0 || pixels[count - 1] != pixel {
      pixels[count] = pixel
      count += 1
    }
    pixels.removeLast(pixels.count - count)
    return pixels
  }

  /// Compares the edges of every leaf with each other and with those of the leaves after it whose boxes meet.
  private static func comparePairs(
    _ tree: EdgeTree, _ rings: FixedRings, _ jobs: Int
  ) throws(FootprintsError) -> [NodingFindings] {
    let pieces = Pieces(of: tree.leaves.count, minimum: 256, jobs: jobs)
    let next = Atomic(0)
    return try parallelMap(count: min(jobs, pieces.count), jobs: jobs) { _ in
      rings.vertices.withUnsafeBufferPointer { vertices in
        tree.withNodes { nodes in
          var worker = PairWorker(nodes, rings, vertices)
          while true {
            let piece = next.wrappingAdd(1, ordering: .relaxed).oldValue
            guard piece < pieces.count else { return worker.visitor.findings }
            for leaf in pieces[piece] { worker.compare(leaf) }
          }
        }
      }
    }
  }

  /// Compares pixels of crossings with the edges that come near.
  private static func compare(
    _ pixels: [GridPoint], _ tree: EdgeTree, _ rings: FixedRings, _ jobs: Int
  ) throws(FootprintsError) -> [NodingFindings] {
    let pieces = Pieces(of: pixels.count, minimum: 256, jobs: jobs)
    return try parallelMap(count: pieces.count, jobs: jobs) { piece in
      rings.vertices.withUnsafeBufferPointer { vertices in
        tree.withNodes { nodes in
          var visitor = NodingVisitor(rings, vertices)
          let found = Scratch<UInt32>()
          for pixel in pixels[pieces[piece]] {
            let box = tree.box(of: pixel, rings.grid)
            found.reset(count: 0)
            nodes.find(meeting: box, after: -1, into: found)
            for leaf in found.elements {
              let first = Int(nodes.leaves[Int(leaf)].firstEdge)
              for lane in nodes.groups[Int(leaf)].lanes(meeting: box) {
                visitor.compare(first &+ lane, withCrossing: pixel)
              }
            }
          }
          return visitor.findings
        }
      }
    }
  }
}

/// Compares pairs of edges leaf by leaf.
private struct PairWorker {
  private let nodes: EdgeTree.Nodes
  private let rings: FixedRings
  private let found = Scratch<UInt32>()
  var visitor: NodingVisitor

  init(_ nodes: EdgeTree.Nodes, _ rings: FixedRings, _ vertices: UnsafeBufferPointer<GridPoint>) {
    self.nodes = nodes
    self.rings = rings
    visitor = NodingVisitor(rings, vertices)
  }

  /// Compares the edges of a leaf with each other and with those of the leaves after it.
  mutating func compare(_ leaf: Int) {
    let group = nodes.groups[leaf]
    let own = nodes.leaves[leaf]
    let (first, ring) = (Int(own.firstEdge), Int(own.ring))
    let edges = rings.edges(of: ring)
    let count = min(8, edges.upperBound &- first)
    let boxes = Boxes(nodes.groups)
    var whole = boxes[leaf &* 8]
    for lane in 0..<count {
      let box = boxes[leaf &* 8 &+ lane]
      whole.add(box)
      for other in group.lanes(meeting: box).after(lane) {
        visitor.compare(first &+ lane, ofRing: ring, first &+ other, ofRing: ring)
      }
    }
    found.reset(count: 0)
    nodes.find(meeting: whole, after: leaf, into: found)
    for other in found.elements {
      let otherLeaf = nodes.leaves[Int(other)]
      let (otherFirst, otherRing) = (Int(otherLeaf.firstEdge), Int(otherLeaf.ring))
      for otherLane in nodes.groups[Int(other)].lanes(meeting: whole) {
        let box = boxes[Int(other) &* 8 &+ otherLane]
        for lane in group.lanes(meeting: box) {
          visitor.compare(first &+ lane, ofRing: ring, otherFirst &+ otherLane, ofRing: otherRing)
        }
      }
    }
  }

  /// Reads one box at a time.
  private struct Boxes {
    private let groups: WideBoxGroups

    init(_ groups: UnsafeBufferPointer<WideBoxGroup>) {
      // Only read.
      self.groups = WideBoxGroups(UnsafeMutableBufferPointer(mutating: groups))
    }

    @inline(__always)
    subscript(_ place: Int) -> WideBox { groups[box: place] }
  }
}
