/// Finds out whether areas of a layer are certain not to overlap each other, from the runs of edges that shared ones leave
/// (`EdgeRuns`): at a small part of the price of an overlay, since runs of different areas mostly meet at their ends
/// only.
///
/// How many areas lie over a point changes only across the edges of runs, and the number on the left of an edge stays
/// the same along its run as long as no run of another area touches it there: what runs of its own valid area do,
/// they do in pairs. So it is looked up once for each run. If it is 1 for all, no ground lies under two areas: whoever
/// leaves such ground crosses an edge that has it on its left.
struct OutlineCheck {
  private let runs: ArraySlice<EdgeRun>
  private let edges: LayerEdges

  /// Looks at the runs of a group that consists of all areas of a layer, whose edges are given. The areas must be valid.
  init(_ runs: ArraySlice<EdgeRun>, _ edges: LayerEdges) {
    self.runs = runs
    self.edges = edges
  }

  /// Whether certainly no two areas overlap each other. Where runs touch, or it would take long to find out, they may.
  func isWithoutOverlaps() -> Bool {
    if runs.isEmpty { return true }
    let tree = BoxTree(runs.lazy.map(\.edges), edges.vertices, in: BoxTree.Storage())
    var pairs = TreePairs(tree, visitor: RunContacts(runs, edges, tree))
    guard pairs.search() == .done else { return false }
    var steps = pairs.stepsLeft
    return runs.allSatisfy { countOnTheLeft(of: $0, tree, steps: &steps) == 1 }
  }

  /// Every two edges of runs of different areas that touch other than at an end of both, up to a number of them, and whether
  /// certainly no two areas overlap each other. Where it would take long to find out, not all are found.
  func contacts(limit: Int) -> (found: [ContactPair], areWithoutOverlaps: Bool, areAll: Bool) {
    if runs.isEmpty { return ([], true, true) }
    let tree = BoxTree(runs.lazy.map(\.edges), edges.vertices, in: BoxTree.Storage())
    var pairs = TreePairs(tree, visitor: RunContacts(runs, edges, tree, limit: limit))
    let areAll = pairs.search() != .outOfSteps
    if !areAll || !pairs.visitor.found.isEmpty { return (pairs.visitor.found, false, areAll) }
    var steps = pairs.stepsLeft
    return ([], runs.allSatisfy { countOnTheLeft(of: $0, tree, steps: &steps) == 1 }, true)
  }

  /// How many areas lie on the left of a run that no other touches; nil where it is not known.
  private func countOnTheLeft(of run: EdgeRun, _ tree: BoxTree, steps: inout Int) -> Int32? {
    let vertices = edges.vertices
    // The ray runs a little above the middle of an edge, and there is only one side of an edge to the west.
    let edge = run.edges.first {
      vertices[$0].y != vertices[$0 &+ 1].y || vertices[$0].x < vertices[$0 &+ 1].x
    }
    guard let edge else { return nil }
    let (p, q) = (vertices[edge], vertices[edge &+ 1])
    let middle = GridPoint(x: (p.x &+ q.x) >> 1, y: (p.y &+ q.y) >> 1)
    // From the left of an edge upwards the ray crosses that edge first.
    var count: Int32 = q.y > p.y ? 1 : 0
    let isDone = tree.forEachEdge(near: tree.ray(from: middle), steps: &steps) { other, _ in
      if other != edge { count += rayCrossing(fromMiddleOf: p, q, vertices[other], vertices[other &+ 1]) }
    }
    return isDone ? count : nil
  }
}

/// Looks for runs of different areas that touch other than at their ends.
private struct RunContacts: TreePairVisitor {
  private let runs: ArraySlice<EdgeRun>
  private let edges: LayerEdges
  /// The area that all edges below a node belong to; `several` for more than one.
  private var areas: [UInt32]
  private static let several = UInt32.max
  /// How many are collected until the search ends.
  private let limit: Int
  private(set) var found: [ContactPair] = []

  init(_ runs: ArraySlice<EdgeRun>, _ edges: LayerEdges, _ tree: BoxTree, limit: Int = 0) {
    self.runs = runs
    self.edges = edges
    self.limit = limit
    areas = (0..<tree.levels[0].count).map { edges.area(of: tree.leaf($0).firstEdge) }
    for (level, above) in zip(tree.levels, tree.levels.dropFirst()) {
      for node in 0..<above.count { areas.append(area(ofNodes: 8 * node..<8 * node + 8, on: level)) }
    }
  }

  private func area(ofNodes nodes: Range<Int>, on level: BoxTree.Level) -> UInt32 {
    let first = areas[level.first + nodes.lowerBound]
    let isOne = nodes.clamped(to: 0..<level.count).allSatisfy { areas[level.first + $0] == first }
    return isOne ? first : Self.several
  }

  func isSettled(_ node: Int) -> Bool { areas[node] != Self.several }

  func areSettled(_ node: Int, _ other: Int) -> Bool {
    areas[node] == areas[other] && areas[node] != Self.several
  }

  mutating func compare(_ first: Int, ofRun run: Int, _ second: Int, ofRun secondRun: Int) -> Bool {
    if meetProperly(first, run, second, secondRun) { return true }
    if found.count < limit { found.append(ContactPair(first, second)) }
    return found.count < limit
  }

  private func meetProperly(_ first: Int, _ run: Int, _ second: Int, _ secondRun: Int) -> Bool {
    let (p, q) = (edges.vertices[first], edges.vertices[first &+ 1])
    let (r, s) = (edges.vertices[second], edges.vertices[second &+ 1])
    guard boxesMeet(p, q, r, s), edgesTouch(p, q, r, s),
      edges.area(of: UInt32(truncatingIfNeeded: first)) != edges.area(of: UInt32(truncatingIfNeeded: second))
    else { return true }
    let (own, other) = (runs[run].edges, runs[secondRun].edges)
    let (pEnds, qEnds) = (first == own.lowerBound, first &+ 1 == own.upperBound)
    let (rEnds, sEnds) = (second == other.lowerBound, second &+ 1 == other.upperBound)
    // They may have an end of both runs in common, and nothing else.
    return p == r && pEnds && rEnds && !turnsBack(q, p, s) || p == s && pEnds && sEnds && !turnsBack(q, p, r)
      || q == r && qEnds && rEnds && !turnsBack(p, q, s) || q == s && qEnds && sEnds && !turnsBack(p, q, r)
  }
}
