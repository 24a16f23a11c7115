/// Finds on which sides of its edges an area lies, and links the edges of its boundary around every vertex.
struct WindingSweep {
  /// The absent edge.
  static let none: Int32 = -1

  /// What the boundary is, seen from an edge.
  enum Side: BitwiseCopyable {
    /// The area lies on both sides, or on neither.
    case inner
    /// On the left of the edge, seen upwards: the boundary runs up.
    case left
    /// On the right: the boundary runs down.
    case right
  }

  private let edges: [AreaArrangement.Edge]
  private(set) var sides: [Side]
  /// For each edge of the boundary the one that follows it, so that they hold an angle of the area between them.
  private(set) var next: [Int32]
  /// For each edge the one of the boundary next to the left of its lower end; they belong to one part of the area if
  /// it lies to the left of the edge.
  private(set) var leftOf: [Int32]
  /// The number of the lower end's vertex.
  private(set) var lowVertex: [UInt32]
  /// The number of the upper end's vertex.
  private(set) var highVertex: [UInt32]
  /// How many times the area's rings wind around what is on the left of each edge.
  private(set) var windings: [Int32]
  private let rule: AreaArrangement.Rule
  private var status: SweepStatus

  /// Takes edges sorted by their lower ends, and those of one point from left to right.
  init(_ edges: [AreaArrangement.Edge], _ rule: AreaArrangement.Rule) {
    self.rule = rule
    self.edges = edges
    sides = Array(repeating: .inner, count: edges.count)
    next = Array(repeating: Self.none, count: edges.count)
    leftOf = next
    windings = next
    lowVertex = Array(repeating: 0, count: edges.count)
    highVertex = lowVertex
    status = SweepStatus(capacity: edges.count)
  }

  /// Sweeps once.
  mutating func run() {
    let edges = edges
    // By their upper ends, and those of one point from right to left: clockwise around it.
    let ends = edges.indices.map { Int32($0) }.sorted { a, b in
      let (a, b) = (edges[Int(a)], edges[Int(b)])
      if a.high != b.high { return AreaArrangement.isBelow(a.high, b.high) }
      return sideSign(b.low, b.high, a.low) < 0
    }
    var (start, end) = (0, 0)
    var vertex: UInt32 = 0
    while end < ends.count {
      var point = edges[Int(ends[end])].high
      if start < edges.count, AreaArrangement.isBelow(edges[start].low, point) { point = edges[start].low }
      let firstEnd = end
      while end < ends.count, edges[Int(ends[end])].high == point {
        status.remove(Int(ends[end]))
        highVertex[Int(ends[end])] = vertex
        end += 1
      }
      let firstStart = start
      while start < edges.count, edges[start].low == point {
        insert(start, isFirst: start == firstStart)
        lowVertex[start] = vertex
        start += 1
      }
      link(firstStart..<start, ends[firstEnd..<end])
      vertex += 1
    }
  }

  /// Puts an edge on the line, after all that start in the same point to the left of it.
  private mutating func insert(_ edge: Int, isFirst: Bool) {
    let (low, high) = (edges[edge].low, edges[edge].high)
    let edges = edges
    status.insert(edge) { other in
      let side = sideSign(edges[other].low, edges[other].high, low)
      if side != 0 { return side < 0 }
      return sideSign(edges[other].low, edges[other].high, high) < 0
    }
    let neighbour = isFirst ? status.predecessor(of: edge) : edge - 1
    var winding: Int32 = 0
    if let neighbour {
      // What lies between them winds as it does to the right of the neighbour.
      winding = windings[neighbour] - edges[neighbour].upward
      leftOf[edge] = sides[neighbour] == .inner ? leftOf[neighbour] : Int32(neighbour)
    }
    windings[edge] = winding
    let (left, right) = (isArea(winding), isArea(winding - edges[edge].upward))
    sides[edge] = left == right ? .inner : left ? .left : .right
  }

  private func isArea(_ winding: Int32) -> Bool { rule == .positive ? winding >= 1 : winding != 0 }

  /// Links the boundary's edges around a vertex, which are given clockwise from the left: those that start there, and
  /// those that end there. Between an edge towards the vertex and the next one clockwise lies the area.
  private mutating func link(_ starts: Range<Int>, _ ends: ArraySlice<Int32>) {
    var first = Self.none
    var arriving = Self.none
    func visit(_ edge: Int32, isArriving: Bool) {
      if isArriving {
        arriving = edge
      } else if arriving >= 0 {
        next[Int(arriving)] = edge
        arriving = Self.none
      } else {
        first = edge
      }
    }
    for edge in starts where sides[edge] != .inner {
      visit(Int32(edge), isArriving: sides[edge] == .right)
    }
    for edge in ends where sides[Int(edge)] != .inner {
      visit(edge, isArriving: sides[Int(edge)] == .left)
    }
    if arriving >= 0 { next[Int(arriving)] = first }
  }
}
