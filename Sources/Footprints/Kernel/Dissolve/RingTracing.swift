/// Chains runs of edges into rings that touch themselves nowhere.
///
/// Where several edges begin at a vertex, the leftmost turn goes on: interiors are on the left, so that the path stays
/// in the corner of the interior that it came along. That traces the contours of the connected interiors one by one. A
/// contour that comes to a vertex twice is cut there into two rings, and so on; where areas have no interior in
/// common, it does not matter in which order (two points at which a contour touches itself are never interleaved, or
/// its interior would not be connected). What comes out touches itself and others at points only, as OGC Simple
/// Features wants it.
struct RingTracing {
  private let vertices: UnsafeBufferPointer<GridPoint>
  /// The runs, cut at nodes, by their starts.
  private let pieces: [EdgeRun]
  /// For each piece, the first with the same start, which stands for the vertex.
  private let nodes: [Int32]
  /// Whether a piece goes on from another; where several begin, their fan knows.
  private var isTaken: [Bool]
  /// The fans of nodes, by their first piece.
  private var fans: [Int: EdgeFan] = [:]

  /// The rings of some runs, of which as many must begin at every vertex as end there. Where areas overlap, or edges
  /// that lie on each other have different ends, the rings are as good as any: their outline is the same.
  static func rings(
    of runs: some Collection<EdgeRun>, _ vertices: UnsafeBufferPointer<GridPoint>
  ) -> TracedRings {
    var tracing = RingTracing(RunNodes.cut(runs, vertices), vertices)
    return tracing.rings()
  }

  private init(_ unsorted: [EdgeRun], _ vertices: UnsafeBufferPointer<GridPoint>) {
    self.vertices = vertices
    func start(_ run: EdgeRun) -> GridPoint { vertices[Int(run.first)] }
    pieces = unsorted.sorted { a, b in
      start(a) == start(b) ? a.first < b.first : start(a).isBefore(start(b))
    }
    var nodes: [Int32] = []
    nodes.reserveCapacity(pieces.count)
    for (index, piece) in pieces.enumerated() {
      nodes.append(index > 0 && start(pieces[index - 1]) == start(piece) ? nodes[index - 1] : Int32(index))
    }
    self.nodes = nodes
    isTaken = [Bool](repeating: false, count: pieces.count)
  }

  private func start(_ piece: Int) -> GridPoint { vertices[Int(pieces[piece].first)] }

  private mutating func rings() -> TracedRings {
    var rings = TracedRings()
    let next = pieces.indices.map { successor(of: $0) }
    var isVisited = [Bool](repeating: false, count: pieces.count)
    // Where on the path each vertex is.
    var places = [Int](repeating: -1, count: pieces.count)
    var path: [Int] = []
    for first in pieces.indices {
      var piece = first
      while !isVisited[piece] {
        isVisited[piece] = true
        places[Int(nodes[piece])] = path.count
        path.append(piece)
        guard let following = next[piece] else {
          // The runs do not balance, which those of whole rings do.
          rings.isProper = false
          break
        }
        let place = places[Int(nodes[following])]
        if place >= 0 {
          for piece in path[place...] { places[Int(nodes[piece])] = -1 }
          rings.append(path[place...].map { pieces[$0] }, vertices)
          path.removeLast(path.count - place)
        }
        piece = following
      }
      if !path.isEmpty {
        rings.isProper = false
        for piece in path { places[Int(nodes[piece])] = -1 }
        path = []
      }
    }
    return rings
  }

  /// The piece that goes on where one ends: of those that are not taken, the leftmost.
  private mutating func successor(of piece: Int) -> Int? {
    let last = Int(pieces[piece].end)
    let end = vertices[last]
    let first = pieces.partitioningIndex { !vertices[Int($0.first)].isBefore(end) }
    guard first < pieces.count, start(first) == end else { return nil }
    if first + 1 == pieces.count || start(first + 1) != end {
      if isTaken[first] { return nil }
      isTaken[first] = true
      return first
    }
    return fans[first, default: EdgeFan(from: first, pieces, vertices)].take(leftmostFrom: vertices[last - 1])
  }
}

/// The pieces that begin at a node, clockwise.
private struct EdgeFan {
  private let node: GridPoint
  /// The pieces, with the first point after the node.
  private var pieces: [(piece: Int, point: GridPoint)] = []
  /// For each place the next one, itself included, whose piece may not be taken yet; one more place for none.
  private var free: [Int] = []

  init(from first: Int, _ all: [EdgeRun], _ vertices: UnsafeBufferPointer<GridPoint>) {
    let node = vertices[Int(all[first].first)]
    self.node = node
    var piece = first
    while piece < all.count, vertices[Int(all[piece].first)] == node {
      pieces.append((piece, vertices[Int(all[piece].first) + 1]))
      piece += 1
    }
    pieces.sort { a, b in
      if isClockwise(a.point, before: b.point, around: node) { return true }
      return !isClockwise(b.point, before: a.point, around: node) && a.piece < b.piece
    }
    free = Array(0...pieces.count)
  }

  /// Takes the leftmost piece as seen on the way from a point: the first clockwise from the way back.
  mutating func take(leftmostFrom point: GridPoint) -> Int? {
    let start = pieces.partitioningIndex { isClockwise(point, before: $0.point, around: node) }
    var place = firstFree(from: start)
    if place == pieces.count { place = firstFree(from: 0) }
    if place == pieces.count { return nil }
    free[place] = place + 1
    return pieces[place].piece
  }

  private mutating func firstFree(from place: Int) -> Int {
    var last = place
    while free[last] != last { last = free[last] }
    // Whoever comes next need not go the whole way.
    var place = place
    while place != last {
      let next = free[place]
      free[place] = last
      place = next
    }
    return last
  }
}

/// Rings of grid points, each beginning with the first of its points from west to east and south to north, and ending
/// with it.
struct TracedRings {
  private(set) var points: [GridPoint] = []
  /// Where each ring begins, and where the last one ends.
  private(set) var offsets = [0]
  /// Twice the area of each: positive for exteriors, negative for holes.
  private(set) var doubleAreas: [Int128] = []
  /// Whether nothing is there that the outline of areas without overlaps does not have.
  var isProper = true

  /// The number of rings.
  var count: Int { doubleAreas.count }

  /// The points of a ring.
  func points(of ring: Int) -> ArraySlice<GridPoint> { points[offsets[ring]..<offsets[ring + 1]] }

  /// Adds a ring of some runs. One without area has no place in an outline.
  mutating func append(_ runs: [EdgeRun], _ vertices: UnsafeBufferPointer<GridPoint>) {
    let count = runs.reduce(0) { $0 + $1.edges.count }
    var (firstRun, first) = (0, vertices[Int(runs[0].first)])
    var firstVertex = Int(runs[0].first)
    var doubleArea: Int128 = 0
    for (position, run) in runs.enumerated() {
      for vertex in run.edges {
        let (p, q) = (vertices[vertex], vertices[vertex &+ 1])
        if p.isBefore(first) { (firstRun, firstVertex, first) = (position, vertex, p) }
        doubleArea &+= Int128(p.x) &* Int128(q.y) &- Int128(p.y) &* Int128(q.x)
      }
    }
    guard count >= 3, doubleArea != 0 else {
      isProper = false
      return
    }
    points.append(contentsOf: vertices[firstVertex..<Int(runs[firstRun].end)])
    for run in runs[(firstRun + 1)...] { points.append(contentsOf: vertices[run.edges]) }
    for run in runs[..<firstRun] { points.append(contentsOf: vertices[run.edges]) }
    points.append(contentsOf: vertices[Int(runs[firstRun].first)...firstVertex])
    offsets.append(points.count)
    doubleAreas.append(doubleArea)
  }

  /// Whether a ring comes before another: by its points.
  func isBefore(_ a: Int, _ b: Int) -> Bool {
    points(of: a).lexicographicallyPrecedes(points(of: b)) { $0.isBefore($1) }
  }
}
