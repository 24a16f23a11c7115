/// What of two areas is traced.
package enum PieceKind: Sendable {
  /// What both have in common.
  case intersection
  /// What of the A area lies outside the B area.
  case aWithoutB
  /// What of the B area lies outside the A area.
  case bWithoutA
}

/// Follows the boundary of a piece of two areas from crossing to crossing.
///
/// The boundary of what two areas have in common runs along A from where A enters B to where it leaves, and then along
/// B, which enters A there, to where that leaves again. The boundary of A without B runs along A from where it leaves B
/// to where it enters, and then back along B, against its direction. Whatever has no crossing belongs to it as a whole or not
/// at all.
struct PairTrace {
  let a: GridLayer
  let b: GridLayer
  let aVertices: UnsafeBufferPointer<GridPoint>
  let bVertices: UnsafeBufferPointer<GridPoint>
  let kind: PieceKind

  /// Adds the closed walks along the boundary of a pair as the rings of one polygon of a new area of `out`, with the
  /// interior on the left; walks may touch themselves and each other, and run to and fro where the two areas only touch.
  /// False if the crossings do not fit together.
  func append(
    _ pair: (a: Int, b: Int), _ crossings: [PieceCrossing], inside rings: (ofA: Set<Int>, ofB: Set<Int>),
    to out: inout MultiPolygonArray
  ) -> Bool {
    guard
      let alongA = CrossingOrder(crossings, alongA: true, a, aVertices, area: pair.a, inside: rings.ofA),
      let alongB = CrossingOrder(crossings, alongA: false, b, bVertices, area: pair.b, inside: rings.ofB)
    else { return false }
    var walk = Walk(grid: a.grid, out: out)
    out = MultiPolygonArray()
    let sides = (
      a: Side(order: alongA, layer: a, vertices: aVertices, isOfA: true, isForward: kind != .bWithoutA),
      b: Side(order: alongB, layer: b, vertices: bVertices, isOfA: false, isForward: kind != .aWithoutB)
    )
    let (first, second) = kind == .bWithoutA ? (sides.b, sides.a) : sides
    follow(crossings, first, second, &walk)
    // What lies on the boundary: in common, what is inside the other area; else what of the first is outside and of the
    // second inside.
    first.appendRings(thatStartInside: kind == .intersection, to: &walk)
    second.appendRings(thatStartInside: true, to: &walk)
    out = walk.ended()
    return true
  }

  private func follow(_ crossings: [PieceCrossing], _ first: Side, _ second: Side, _ walk: inout Walk) {
    let startsEntering = kind != .aWithoutB
    var isDone = [Bool](repeating: false, count: crossings.count)
    for number in first.order.sequence {
      let start = Int(number)
      if isDone[start] || crossings[start].isEntering != startsEntering { continue }
      var at = start
      repeat {
        isDone[at] = true
        walk.add(crossings[at].point)
        at = first.follow(from: at, crossings, &walk)
        walk.add(crossings[at].point)
        at = second.follow(from: at, crossings, &walk)
      } while at != start && !isDone[at]
      walk.close()
    }
  }
}

/// The rings of one of the two areas, as a boundary follows them.
private struct Side {
  let order: CrossingOrder
  let layer: GridLayer
  let vertices: UnsafeBufferPointer<GridPoint>
  /// Whether they are those of the A area.
  let isOfA: Bool
  /// Whether they are followed in their own direction.
  let isForward: Bool

  /// Adds the vertices between a crossing and the next on its ring, and returns that one.
  func follow(from crossing: Int, _ crossings: [PieceCrossing], _ walk: inout Walk) -> Int {
    let (ring, place) = order.position(of: crossing)
    let edges = layer.edges(of: ring.ring)
    let isLast = isForward ? place + 1 == ring.places.upperBound : place == ring.places.lowerBound
    let nextPlace =
      isForward
      ? (isLast ? ring.places.lowerBound : place + 1) : (isLast ? ring.places.upperBound - 1 : place - 1)
    let next = Int(order.sequence[nextPlace])
    let (from, to) = (edge(of: crossings[crossing]), edge(of: crossings[next]))
    switch (isForward, isLast) {
    case (true, false): add(from + 1..<to + 1, &walk)
    case (true, true):
      add(from + 1..<edges.upperBound, &walk)
      add(edges.lowerBound..<to + 1, &walk)
    case (false, false): addReversed(to + 1..<from + 1, &walk)
    case (false, true):
      addReversed(edges.lowerBound..<from + 1, &walk)
      addReversed(to + 1..<edges.upperBound, &walk)
    }
    return next
  }

  /// Adds the rings without a crossing that start inside the other area, or those that do not.
  func appendRings(thatStartInside isWanted: Bool, to walk: inout Walk) {
    for ring in order.rings where ring.places.isEmpty && ring.startsInside == isWanted {
      let edges = layer.edges(of: ring.ring)
      if isForward { add(edges, &walk) } else { addReversed(edges, &walk) }
      walk.close()
    }
  }

  private func edge(of crossing: PieceCrossing) -> Int {
    isOfA ? Int(crossing.aEdge) : Int(crossing.bEdge)
  }

  private func add(_ range: Range<Int>, _ walk: inout Walk) {
    for vertex in range { walk.add(vertices[vertex]) }
  }

  private func addReversed(_ range: Range<Int>, _ walk: inout Walk) {
    for vertex in range.reversed() { walk.add(vertices[vertex]) }
  }
}

/// The walks of one piece, as they are added to an array.
private struct Walk {
  private let grid: IntegerGrid
  private var out: MultiPolygonArray
  private var first: Coordinate?
  private var last: Coordinate?
  private var count = 0
  private var hasRings = false
  private var start: MultiPolygonArray.Mark

  init(grid: IntegerGrid, out: consuming MultiPolygonArray) {
    self.grid = grid
    start = out.mark
    self.out = out
  }

  mutating func add(_ point: CrossingPoint) { add(grid.coordinate(point)) }
  mutating func add(_ point: GridPoint) { add(grid.coordinate(point)) }

  private mutating func add(_ coordinate: Coordinate) {
    if last == coordinate { return }
    if count == 0 { first = coordinate }
    last = coordinate
    count += 1
    out.append(coordinate)
  }

  /// Ends a walk. One that only goes to and fro between two points is none.
  mutating func close() {
    if let first { add(first) }
    if count >= 4 {
      out.endRing()
      hasRings = true
      start = out.mark
    } else {
      out.truncate(to: start)
    }
    (first, last, count) = (nil, nil, 0)
  }

  /// The array with the walks as a polygon of a new area, which has none when there were no walks.
  consuming func ended() -> MultiPolygonArray {
    if hasRings { out.endPolygon() }
    out.endArea()
    return out
  }
}
