/// Takes pairs of edges of a tree.
protocol TreePairVisitor {
  /// Whether no edges below a node need to be compared with each other.
  func isSettled(_ node: Int) -> Bool
  /// Whether no edge below a node needs to be compared with one below another.
  func areSettled(_ node: Int, _ other: Int) -> Bool
  /// Compares two edges, of which the second comes later in the tree; false to end the search.
  mutating func compare(_ first: Int, ofRun run: Int, _ second: Int, ofRun secondRun: Int) -> Bool
}

extension TreePairVisitor {
  func isSettled(_: Int) -> Bool { false }
  func areSettled(_: Int, _: Int) -> Bool { false }
}

/// Shows a visitor every pair of edges of a tree whose rounded boxes meet.
struct TreePairs<Visitor: TreePairVisitor> {
  /// How a search ended.
  enum End {
    /// All pairs were compared.
    case done
    /// The visitor had seen enough.
    case stopped
    /// There were more pairs of nodes than a published layer has.
    case outOfSteps
  }

  private let tree: BoxTree
  private(set) var visitor: Visitor
  /// How many pairs of nodes may still be compared.
  private(set) var stepsLeft: Int

  init(_ tree: BoxTree, visitor: Visitor) {
    self.tree = tree
    self.visitor = visitor
    stepsLeft = 1024 + 64 * tree.levels[0].count
  }

  mutating func search() -> End {
    if searchWithin(tree.levels.count - 1, 0) { return .done }
    return stepsLeft < 0 ? .outOfSteps : .stopped
  }

  /// Compares the edges below a node with each other; false to end the search.
  private mutating func searchWithin(_ level: Int, _ node: Int) -> Bool {
    let boxes = tree.levels[level].first &+ node
    if visitor.isSettled(boxes) { return true }
    let group = tree.groups[boxes]
    let count = level == 0 ? 8 : min(8, tree.levels[level &- 1].count &- node &* 8)
    for lane in 0..<count {
      if level > 0, !searchWithin(level &- 1, node &* 8 &+ lane) { return false }
      for other in group.lanes(meeting: tree.groups[box: boxes &* 8 &+ lane]).after(lane) {
        guard
          level > 0
            ? search(
              level &- 1, node &* 8 &+ lane, node &* 8 &+ other, tree.groups[box: boxes &* 8 &+ other])
            : compare(node, lane, node, other)
        else { return false }
      }
    }
    return true
  }

  /// Compares the edges below one node with those below another, whose box is given; false to end the search.
  private mutating func search(_ level: Int, _ first: Int, _ second: Int, _ box: SmallBox) -> Bool {
    let firstBoxes = tree.levels[level].first &+ first
    let secondBoxes = tree.levels[level].first &+ second
    if visitor.areSettled(firstBoxes, secondBoxes) { return true }
    stepsLeft &-= 1
    if stepsLeft < 0 { return false }
    let group = tree.groups[secondBoxes]
    for lane in tree.groups[firstBoxes].lanes(meeting: box) {
      for other in group.lanes(meeting: tree.groups[box: firstBoxes &* 8 &+ lane]) {
        guard
          level > 0
            ? search(
              level &- 1, first &* 8 &+ lane, second &* 8 &+ other,
              tree.groups[box: secondBoxes &* 8 &+ other])
            : compare(first, lane, second, other)
        else { return false }
      }
    }
    return true
  }

  private mutating func compare(_ leaf: Int, _ lane: Int, _ otherLeaf: Int, _ otherLane: Int) -> Bool {
    let (first, second) = (tree.leaf(leaf), tree.leaf(otherLeaf))
    return visitor.compare(
      Int(first.firstEdge) &+ lane, ofRun: Int(first.run), Int(second.firstEdge) &+ otherLane,
      ofRun: Int(second.run))
  }
}
