/// The edges that cross a horizontal sweep line, from left to right: a splay tree in flat arrays.
///
/// A splay tree because its bound, O(log n) per step averaged over any sequence of steps, holds whatever the
/// comparisons return. Edges that cross each other, which invalid rings have, can therefore put a few
/// neighbours in the wrong order but cannot make the sweep slow, and its shape depends on nothing random.
/// (Sleator and Tarjan, Self-adjusting binary search trees, J. ACM 32, 1985.)
struct SweepStatus {
  /// The absent node.
  private static let none: Int32 = -1

  private var left: [Int32]
  private var right: [Int32]
  private var parent: [Int32]
  private var root = none

  /// Makes an empty line for edges numbered `0..<capacity`.
  init(capacity: Int) {
    left = Array(repeating: Self.none, count: capacity)
    right = left
    parent = left
  }

  /// Puts an edge in its place. `isRight(other)` says whether the edge lies to the right of another.
  mutating func insert(_ edge: Int, isRight: (Int) -> Bool) {
    let new = Int32(edge)
    left[edge] = Self.none
    right[edge] = Self.none
    parent[edge] = Self.none
    var at = root
    guard at != Self.none else {
      root = new
      return
    }
    while true {
      let goesRight = isRight(Int(at))
      let next = goesRight ? right[Int(at)] : left[Int(at)]
      if next == Self.none {
        if goesRight { right[Int(at)] = new } else { left[Int(at)] = new }
        parent[edge] = at
        break
      }
      at = next
    }
    splay(new)
  }

  /// Takes an edge off the line. Precondition: it is on it.
  mutating func remove(_ edge: Int) {
    let node = Int32(edge)
    splay(node)
    let lower = left[edge]
    let upper = right[edge]
    if upper != Self.none { parent[Int(upper)] = Self.none }
    guard lower != Self.none else {
      root = upper
      return
    }
    parent[Int(lower)] = Self.none
    root = lower
    var last = lower
    while right[Int(last)] != Self.none { last = right[Int(last)] }
    splay(last)
    right[Int(last)] = upper
    if upper != Self.none { parent[Int(upper)] = last }
  }

  /// The last edge, from left to right, for which `isLeft` holds.
  mutating func last(where isLeft: (Int) -> Bool) -> Int? {
    var at = root
    var deepest = Self.none
    var found: Int?
    while at != Self.none {
      deepest = at
      if isLeft(Int(at)) {
        found = Int(at)
        at = right[Int(at)]
      } else {
        at = left[Int(at)]
      }
    }
    if deepest != Self.none { splay(deepest) }
    return found
  }

  /// The edge next to the left of an edge on the line.
  mutating func predecessor(of edge: Int) -> Int? {
    splay(Int32(edge))
    var at = left[edge]
    guard at != Self.none else { return nil }
    while right[Int(at)] != Self.none { at = right[Int(at)] }
    splay(at)
    return Int(at)
  }

  /// Brings a node to the root by double rotations.
  private mutating func splay(_ node: Int32) {
    while true {
      let above = parent[Int(node)]
      guard above != Self.none else { break }
      let top = parent[Int(above)]
      if top != Self.none {
        let sameSide = (left[Int(top)] == above) == (left[Int(above)] == node)
        rotate(sameSide ? above : node)
      }
      rotate(node)
    }
    root = node
  }

  /// Lifts a node over its parent.
  private mutating func rotate(_ node: Int32) {
    let above = parent[Int(node)]
    let top = parent[Int(above)]
    let middle: Int32
    if left[Int(above)] == node {
      middle = right[Int(node)]
      left[Int(above)] = middle
      right[Int(node)] = above
    } else {
      middle = left[Int(node)]
      right[Int(above)] = middle
      left[Int(node)] = above
    }
    if middle != Self.none { parent[Int(middle)] = above }
    parent[Int(above)] = node
    parent[Int(node)] = top
    guard top != Self.none else { return }
    if left[Int(top)] == above { left[Int(top)] = node } else { right[Int(top)] = node }
  }
}
