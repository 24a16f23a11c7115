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
  private let nesting: NestingCheck
  private let storage = BoxTree.Storage()

  init(_ layer: GridLayer, _ vertices: UnsafeBufferPointer<GridPoint>, _ nesting: NestingCheck) {
    self.layer = layer
    self.vertices = vertices
    self.nesting = nesting
  }

  /// Looks at one area.
  func verdict(on area: Int) -> Verdict {
    let rings = layer.rings(ofArea: area)
    guard rings.contains(where: { layer.ringEdgeCounts[$0] > 0 }) else { return .valid }
    for ring in rings where hasSpike(ring) { return .doubtful }
    let tree = BoxTree(layer, vertices, rings: rings, in: storage)
    var contacts = TreeContacts(tree, layer, vertices)
    let verdict = contacts.search()
    guard case .valid = verdict, rings.count > 1 else { return verdict }
    return placeVerdict(on: rings, tree, steps: contacts.stepsLeft)
  }

  /// Whether an edge of a ring turns straight back over the one before.
  private func hasSpike(_ ring: Int) -> Bool {
    let edges = layer.edges(of: ring)
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

/// Looks for edges of a tree that touch although they do not follow each other.
private struct TreeContacts {
  private let tree: BoxTree
  private let layer: GridLayer
  private let vertices: UnsafeBufferPointer<GridPoint>
  /// How many pairs of nodes may still be compared.
  private(set) var stepsLeft: Int
  private var verdict = AreaCheck.Verdict.valid

  init(_ tree: BoxTree, _ layer: GridLayer, _ vertices: UnsafeBufferPointer<GridPoint>) {
    self.tree = tree
    self.layer = layer
    self.vertices = vertices
    stepsLeft = 1024 + 64 * tree.levels[0].count
  }

  mutating func search() -> AreaCheck.Verdict {
    _ = searchWithin(tree.levels.count - 1, 0)
    return verdict
  }

  /// Compares the edges below a node with each other; false to end the search.
  private mutating func searchWithin(_ level: Int, _ node: Int) -> Bool {
    let boxes = tree.levels[level].first &+ node
    let group = tree.groups[boxes]
    let count = level == 0 ? 8 : min(8, tree.levels[level &- 1].count &- node &* 8)
    for lane in 0..<count {
      if level > 0, !searchWithin(level &- 1, node &* 8 &+ lane) { return false }
      for other in group.lanes(meeting: tree.groups[box: boxes &* 8 &+ lane]).after(lane) {
        guard
          level > 0
            ? search(
              level &- 1, node &* 8 &+ lane, node &* 8 &+ other, tree.groups[box: boxes &* 8 &+ other])
            : areApart(node, lane, node, other)
        else { return false }
      }
    }
    return true
  }

  /// Compares the edges below one node with those below another, whose box is given; false to end the search.
  private mutating func search(_ level: Int, _ first: Int, _ second: Int, _ box: SmallBox) -> Bool {
    stepsLeft &-= 1
    if stepsLeft < 0 {
      verdict = .open
      return false
    }
    let firstBoxes = tree.levels[level].first &+ first
    let secondBoxes = tree.levels[level].first &+ second
    let group = tree.groups[secondBoxes]
    for lane in tree.groups[firstBoxes].lanes(meeting: box) {
      for other in group.lanes(meeting: tree.groups[box: firstBoxes &* 8 &+ lane]) {
        guard
          level > 0
            ? search(
              level &- 1, first &* 8 &+ lane, second &* 8 &+ other,
              tree.groups[box: secondBoxes &* 8 &+ other])
            : areApart(first, lane, second, other)
        else { return false }
      }
    }
    return true
  }

  /// Whether two edges, of which the second comes later in the area, have no point in common or follow each
  /// other.
  private mutating func areApart(_ leaf: Int, _ lane: Int, _ otherLeaf: Int, _ otherLane: Int) -> Bool {
    let first = Int(tree.leaf(leaf).firstEdge) &+ lane
    let second = Int(tree.leaf(otherLeaf).firstEdge) &+ otherLane
    let (p, q) = (vertices[first], vertices[first &+ 1])
    let (r, s) = (vertices[second], vertices[second &+ 1])
    guard boxesMeet(p, q, r, s) else { return true }
    if q == r && second == first &+ 1 { return true }
    if s == p && areEnds(first, second, ofRing: Int(tree.leaf(leaf).ring)) { return true }
    guard edgesTouch(p, q, r, s) else { return true }
    verdict = .doubtful
    return false
  }

  /// Whether two edges are the first and the last of a ring.
  private func areEnds(_ first: Int, _ second: Int, ofRing ring: Int) -> Bool {
    let edges = layer.edges(of: ring)
    return first == edges.lowerBound && second == edges.upperBound - 1
  }
}
