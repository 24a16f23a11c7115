import Synchronization

/// Finds through which pixels of vertices and of crossings each edge passes.
enum NodingSearch {
  /// What there is to be found, in no particular order. Where very many boxes of edges meet, the rings lose their spikes
  /// first, see `FixedRings.withoutSpikes()`.
  ///
  /// Throws `badData` where edges cross or lie on each other too often.
  ///
  /// - Parameter isCrowded: take the search for crowded edges at once.
  static func findings(
    in rings: inout FixedRings, isCrowded: Bool = false, jobs: Int
  ) throws(FootprintsError) -> NodingFindings {
    guard rings.ringEdgeCounts.contains(where: { $0 > 0 }) else { return NodingFindings(rings) }
    if !isCrowded {
      if let found = try searchTree(rings, jobs) { return found }
      rings = rings.withoutSpikes()
      guard rings.ringEdgeCounts.contains(where: { $0 > 0 }) else { return NodingFindings(rings) }
      if let found = try searchTree(rings, jobs) { return found }
    }
    var all = NodingFindings(rings)
    add(try searchCrowded(rings, jobs), to: &all)
    all.isCrowded = true
    return all
  }

  /// The same by a tree of boxes; nil where that takes long.
  private static func searchTree(_ rings: FixedRings, _ jobs: Int) throws(FootprintsError) -> NodingFindings?
  {
    let tree = try EdgeTree(rings, jobs: jobs)
    var all = NodingFindings(rings)
    guard let found = try comparePairs(tree, rings, StepLimit(64 * tree.leaves.count + 1 << 14), jobs) else {
      return nil
    }
    add(found, to: &all)
    if all.crossings.isEmpty { return all }
    let pixels = different(all.crossings)
    let steps = StepLimit(16 * (tree.leaves.count + pixels.count))
    guard let found = try compare(pixels, tree, rings, steps, jobs) else { return nil }
    add(found, to: &all)
    return all
  }

  /// The same where boxes do not tell edges apart.
  private static func searchCrowded(
    _ rings: FixedRings, _ jobs: Int
  ) throws(FootprintsError) -> [NodingFindings] {
    let parts = CrowdedSearch.parts(rings)
    let next = Atomic(0)
    let limits = CrowdedSearch.Limits()
    if CrossingEstimate(rings).isCertainlyAbove(CrowdedSearch.Limits.mostPassages / 2) { throw limits.error }
    let found = try parallelMap(count: max(1, min(jobs, parts.count)), jobs: jobs) { _ in
      rings.vertices.withUnsafeBufferPointer { vertices in
        var search = CrowdedSearch(rings, vertices, limits)
        while true {
          let part = next.wrappingAdd(1, ordering: .relaxed).oldValue
          guard part < parts.count, !limits.arePassed else { return search.visitor.findings }
          search.search(parts[part])
        }
      }
    }
    if limits.arePassed { throw limits.error }
    return found
  }

  private static func add(_ found: consuming [NodingFindings], to all: inout NodingFindings) {
    // Each is given up as soon as it is copied.
    while let some = found.popLast() { all.add(some) }
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
    _ tree: EdgeTree, _ rings: FixedRings, _ steps: StepLimit, _ jobs: Int
  ) throws(FootprintsError) -> [NodingFindings]? {
    let pieces = Pieces(of: tree.leaves.count, minimum: 256, jobs: jobs)
    let next = Atomic(0)
    // Where so many edges lie on each other, it can be done better.
    let passages = StepLimit(rings.vertices.count + 1 << 16)
    let found = try parallelMap(count: min(jobs, pieces.count), jobs: jobs) { _ in
      rings.vertices.withUnsafeBufferPointer { vertices in
        tree.withNodes { nodes in
          var worker = PairWorker(nodes, rings, vertices)
          while true {
            let piece = next.wrappingAdd(1, ordering: .relaxed).oldValue
            guard piece < pieces.count, !steps.isPassed, !passages.isPassed else {
              return worker.visitor.findings
            }
            for leaf in pieces[piece] {
              let before = worker.visitor.findings.passages.count
              steps.add(worker.compare(leaf))
              passages.add(worker.visitor.findings.passages.count - before)
              if steps.isPassed || passages.isPassed { break }
            }
          }
        }
      }
    }
    return steps.isPassed || passages.isPassed ? nil : found
  }

  /// Compares pixels of crossings with the edges that come near.
  private static func compare(
    _ pixels: [GridPoint], _ tree: EdgeTree, _ rings: FixedRings, _ steps: StepLimit, _ jobs: Int
  ) throws(FootprintsError) -> [NodingFindings]? {
    let pieces = Pieces(of: pixels.count, minimum: 256, jobs: jobs)
    let found = try parallelMap(count: pieces.count, jobs: jobs) { piece in
      rings.vertices.withUnsafeBufferPointer { vertices in
        tree.withNodes { nodes in
          var visitor = NodingVisitor(rings, vertices)
          let found = Scratch<UInt32>()
          for pixel in pixels[pieces[piece]] where !steps.isPassed {
            let box = tree.box(of: pixel, rings.grid)
            found.reset(count: 0)
            nodes.find(meeting: box, after: -1, into: found)
            steps.add(found.count)
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
    return steps.isPassed ? nil : found
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

  /// Compares the edges of a leaf with each other and with those of the leaves after it, and returns how many of
  /// those there are.
  mutating func compare(_ leaf: Int) -> Int {
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
    return found.count
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

/// How much may be done by all threads together.
final class StepLimit: Sendable {
  private let steps = Atomic(0)
  private let most: Int

  init(_ most: Int) { self.most = most }

  func add(_ count: Int) {
    if count != 0 { steps.wrappingAdd(count, ordering: .relaxed) }
  }

  var isPassed: Bool { steps.load(ordering: .relaxed) > most }
}
