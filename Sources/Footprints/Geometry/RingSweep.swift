/// The sweep behind `RingNesting`: for each ring, the edge nearest to the left of its test point.
struct RingSweep {
  /// What lies to the left of a ring's test point.
  struct Neighbour {
    /// The ring that owns the edge.
    var ring: Int
    /// Whether the point lies on the inner side of that edge.
    var isInside: Bool
  }

  private let coordinates: ArraySlice<Coordinate>
  private let rings: [Range<Int>]
  private let doubleAreas: [Double]
  /// The index of the first vertex; edges are numbered from it.
  private let base: Int
  /// The ring of each edge.
  private var owners: [Int32]
  /// The edges that are not level, as the line meets and leaves them.
  private var starts: [Int32] = []
  private var ends: [Int32] = []

  /// Sorts the edges; the arguments are those of `RingNesting`.
  init(coordinates: ArraySlice<Coordinate>, rings: [Range<Int>], doubleAreas: [Double]) {
    self.coordinates = coordinates
    self.rings = rings
    self.doubleAreas = doubleAreas
    base = coordinates.startIndex
    owners = Array(repeating: 0, count: coordinates.count)
    starts.reserveCapacity(coordinates.count)
    for (ring, range) in rings.enumerated() {
      for vertex in range.dropLast() where coordinates[vertex].y != coordinates[vertex + 1].y {
        owners[vertex - base] = Int32(ring)
        starts.append(Int32(vertex - base))
      }
    }
    let edges = starts
    starts = edges.sorted { a, b in
      let (first, second) = (low(Int(a)), low(Int(b)))
      if first.y != second.y { return first.y < second.y }
      return first.x == second.x ? a < b : first.x < second.x
    }
    ends = edges.sorted { a, b in
      let (first, second) = (high(Int(a)).y, high(Int(b)).y)
      return first == second ? a < b : first < second
    }
  }

  /// Sweeps once and answers for every ring; nil where nothing lies to the left.
  mutating func run() -> [Neighbour?] {
    var answers: [Neighbour?] = Array(repeating: nil, count: rings.count)
    let points = rings.map(testPoint)
    let queue = rings.indices.sorted { a, b in
      points[a].y == points[b].y ? a < b : points[a].y < points[b].y
    }
    var status = SweepStatus(capacity: coordinates.count)
    var (nextStart, nextEnd) = (0, 0)
    for ring in queue {
      let point = points[ring]
      // An edge is on the line from its lower end inclusive to its upper end exclusive.
      while nextEnd < ends.count {
        let endY = high(Int(ends[nextEnd])).y
        let startY = nextStart < starts.count ? low(Int(starts[nextStart])).y : .infinity
        guard min(startY, endY) <= point.y else { break }
        if endY <= startY {
          status.remove(Int(ends[nextEnd]))
          nextEnd += 1
        } else {
          let edge = Int(starts[nextStart])
          status.insert(edge) { isRight(edge, of: $0) }
          nextStart += 1
        }
      }
      var found = status.last { side(of: point, $0) < 0 }
      while let edge = found, Int(owners[edge]) == ring { found = status.predecessor(of: edge) }
      guard let edge = found else { continue }
      let other = Int(owners[edge])
      let isUpward = coordinates[base + edge].y < coordinates[base + edge + 1].y
      answers[ring] = Neighbour(ring: other, isInside: isUpward == (doubleAreas[other] < 0))
    }
    return answers
  }

  /// The point that stands for a ring; any vertex of a ring without height.
  private func testPoint(_ ring: Range<Int>) -> Coordinate {
    var lowest = Double.infinity
    var second = Double.infinity
    for vertex in ring {
      let y = coordinates[vertex].y
      if y < lowest {
        second = lowest
        lowest = y
      } else if y > lowest, y < second {
        second = y
      }
    }
    let y = lowest / 2 + second / 2
    guard y.isFinite else { return coordinates[ring.lowerBound] }
    var leftmost = Double.infinity
    for vertex in ring.dropLast() {
      let (from, to) = (coordinates[vertex], coordinates[vertex + 1])
      guard min(from.y, to.y) <= y, max(from.y, to.y) > y else { continue }
      let x = from.x + (to.x - from.x) * ((y - from.y) / (to.y - from.y))
      if x < leftmost { leftmost = x }
    }
    return leftmost.isFinite ? Coordinate(leftmost, y) : coordinates[ring.lowerBound]
  }

  /// The lower end of an edge.
  private func low(_ edge: Int) -> Coordinate {
    let (from, to) = (coordinates[base + edge], coordinates[base + edge + 1])
    return from.y < to.y ? from : to
  }

  /// The upper end of an edge.
  private func high(_ edge: Int) -> Coordinate {
    let (from, to) = (coordinates[base + edge], coordinates[base + edge + 1])
    return from.y < to.y ? to : from
  }

  /// Negative when a point is to the right of an edge, positive to the left, zero on it.
  private func side(of point: Coordinate, _ edge: Int) -> Double {
    let (low, high) = (low(edge), high(edge))
    return (high.x - low.x) * (point.y - low.y) - (high.y - low.y) * (point.x - low.x)
  }

  /// Whether an edge that just begins lies to the right of one on the line.
  private func isRight(_ edge: Int, of other: Int) -> Bool {
    let atStart = side(of: low(edge), other)
    if atStart != 0 { return atStart < 0 }
    let atEnd = side(of: high(edge), other)
    return atEnd == 0 ? edge > other : atEnd < 0
  }
}
