/// Finds for one area after the other whether it is certainly valid, by a tree of its own edges' boxes.
///
/// Published areas take a few steps per edge. An area that takes very many, because its boxes lie across each
/// other, is given up: the search through cells, which no arrangement of edges can hurt, decides on it.
struct AreaCheck {
  /// What is known about an area.
  enum Verdict {
    /// No two of its edges touch except those that follow each other, and each ring lies where it may.
    case valid
    /// Some edges touch, or a ring lies where it may not: GEOS knows whether that is allowed.
    case doubtful
    /// It would take too long to find out.
    case open
  }

  private let layer: GridLayer
  private let vertices: UnsafeBufferPointer<GridPoint>
  private let edges: RingEdges
  private let nesting: NestingCheck
  private let storage = BoxTree.Storage()

  private init(
    _ layer: GridLayer, _ vertices: UnsafeBufferPointer<GridPoint>, _ edges: RingEdges,
    _ nesting: NestingCheck
  ) {
    self.layer = layer
    self.vertices = vertices
    self.edges = edges
    self.nesting = nesting
  }

  /// Looks at some areas of a layer.
  static func verdicts(on areas: Range<Int>, of layer: GridLayer, _ nesting: NestingCheck) -> [Verdict] {
    layer.vertices.withUnsafeBufferPointer { vertices in
      layer.ringStarts.withUnsafeBufferPointer { starts in
        layer.ringEdgeCounts.withUnsafeBufferPointer { counts in
          let edges = RingEdges(starts: starts, counts: counts, indices: 0..<layer.ringCount)
          let check = AreaCheck(layer, vertices, edges, nesting)
          return areas.map(check.verdict)
        }
      }
    }
  }

  /// Looks at one area.
  private func verdict(on area: Int) -> Verdict {
    let rings = layer.rings(ofArea: area)
    guard rings.contains(where: { layer.ringEdgeCounts[$0] > 0 }) else { return .valid }
    for ring in rings where hasSpike(ring) { return .doubtful }
    let tree = BoxTree(edges.of(rings), vertices, in: storage)
    var pairs = TreePairs(tree, visitor: ContactVisitor(edges: edges, vertices: vertices))
    switch pairs.search() {
    case .stopped: return .doubtful
    case .outOfSteps: return .open
    case .done: return rings.count > 1 ? placeVerdict(on: rings, tree, steps: pairs.stepsLeft) : .valid
    }
  }

  /// Whether an edge of a ring turns straight back over the one before.
  private func hasSpike(_ ring: Int) -> Bool {
    let edges = edges[ring]
    if edges.isEmpty { return false }
    var previous = vertices[edges.upperBound &- 1]
    for edge in edges {
      if turnsBack(previous, vertices[edge], vertices[edge &+ 1]) { return true }
      previous = vertices[edge]
    }
    return false
  }

  /// Whether every ring of an area whose edges do not touch lies where it may.
  private func placeVerdict(on rings: Range<Int>, _ tree: BoxTree, steps: Int) -> Verdict {
    var steps = steps
    var windings = WindingCounts(count: rings.count)
    for ring in rings where layer.ringEdgeCounts[ring] > 0 {
      let start = vertices[layer.edges(of: ring).lowerBound]
      let isDone = tree.forEachEdge(near: tree.ray(from: start), steps: &steps) { edge, owner in
        if owner == ring { return }
        let change = rayCrossing(from: start, vertices[edge], vertices[edge &+ 1])
        if change != 0 { windings.add(UInt32(owner - rings.lowerBound), change) }
      }
      // Rings in very many others take long to judge as well.
      guard isDone, windings.members.count <= 64 else { return .open }
      let around = windings.members.map {
        WindingCounts.Member(label: $0.label + UInt32(rings.lowerBound), winding: $0.winding)
      }
      if !nesting.allows(ring, around: around) { return .doubtful }
      windings.restore([])
    }
    return .valid
  }
}

/// Looks for edges of an area that touch although they do not follow each other.
private struct ContactVisitor: TreePairVisitor {
  let edges: RingEdges
  let vertices: UnsafeBufferPointer<GridPoint>

  func compare(_ first: Int, ofRun ring: Int, _ second: Int, ofRun _: Int) -> Bool {
    let (p, q) = (vertices[first], vertices[first &+ 1])
    let (r, s) = (vertices[second], vertices[second &+ 1])
    guard boxesMeet(p, q, r, s) else { return true }
    if q == r && second == first &+ 1 { return true }
    if s == p && areEnds(first, second, ofRing: ring) { return true }
    return !edgesTouch(p, q, r, s)
  }

  /// Whether two edges are the first and the last of a ring.
  private func areEnds(_ first: Int, _ second: Int, ofRing ring: Int) -> Bool {
    let edges = edges[ring]
    return first == edges.lowerBound && second == edges.upperBound - 1
  }
}

/// The edges of the rings of a layer, ring by ring, as one worker reads them.
private struct RingEdges: RandomAccessCollection {
  let starts: UnsafeBufferPointer<UInt32>
  let counts: UnsafeBufferPointer<UInt32>
  let indices: Range<Int>

  var startIndex: Int { indices.lowerBound }
  var endIndex: Int { indices.upperBound }

  @inline(__always)
  subscript(ring: Int) -> Range<Int> {
    let start = Int(starts[ring])
    return start..<start &+ Int(counts[ring])
  }

  /// Those of some rings alone.
  func of(_ rings: Range<Int>) -> RingEdges { RingEdges(starts: starts, counts: counts, indices: rings) }
}
