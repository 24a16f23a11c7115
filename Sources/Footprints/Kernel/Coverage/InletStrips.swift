/// The open ground between an edge of an area and the nearest points of others: one worker's.
///
/// From every point of the edge a line runs to the nearest point of every other area, where that is within a distance and on the
/// edge's outer side. What these lines sweep over is made of triangles and quadrilaterals, one for each stretch of the edge along
/// which the nearest point moves along one other edge, or stays where it is; ground of areas that lies in between is taken from it
/// later. A line to the nearest point leaves the border there at a right angle or a wider one, which is why ground that is
/// filled up to such lines leaves no narrow ground in their corners.
struct InletStrips {
  /// The edges of all areas that no other shares, with the area of each.
  private let edges: BorderEdges
  private let neighbours: SegmentNeighbours
  /// How long a line can be, in metres.
  private let reach: Double
  /// Borders nearer than this lie on each other, in metres.
  private let coincidence: Double
  private var functions: [DistanceFunction] = []
  private var numbers: [UInt32] = []
  /// The quadrilaterals, each a polygon with its interior on the left.
  private(set) var ground = MultiPolygonArray()

  /// How many segments are followed at once.
  private static let mostFollowed = 16
  /// Stretches shorter than this many metres are not halved to have fewer.
  private static let shortest = 1e-3

  init(_ edges: BorderEdges, reach: Double, coincidence: Double) {
    (self.edges, self.reach, self.coincidence) = (edges, reach, coincidence)
    neighbours = SegmentNeighbours(edges.tree)
  }

  /// How many nodes and segments were looked at since this was last set.
  var steps: Int {
    get { neighbours.steps }
    set { neighbours.steps = newValue }
  }

  /// Ends the area of all that was added, and gives it away.
  mutating func take() -> MultiPolygonArray {
    defer { ground = MultiPolygonArray() }
    ground.endArea()
    return ground
  }

  /// Adds the ground beside an edge.
  mutating func add(besideEdge edge: Int) {
    let own = edges.tree.segments[edge]
    let length = own.length
    if length == 0 { return }
    let stretch = SegmentStretch(of: own, length: length, from: 0, to: length)
    numbers.removeAll(keepingCapacity: true)
    neighbours.forEach(within: reach, of: own) { number in
      guard edges.areas[Int(number)] != edges.areas[edge] else { return }
      let other = edges.tree.segments[Int(number)]
      if other.length > 0, !stretch.isSurelyFurther(than: reach, from: other) { numbers.append(number) }
    }
    if numbers.isEmpty { return }
    // Those in several places of the tree are found more than once.
    numbers.sort { (edges.areas[Int($0)], $0) < (edges.areas[Int($1)], $1) }
    functions.removeAll(keepingCapacity: true)
    for (place, number) in numbers.enumerated() {
      if place > 0, numbers[place - 1] == number { continue }
      numbers[functions.count] = number
      functions.append(DistanceFunction(of: edges.tree.segments[Int(number)], from: stretch))
    }
    var first = 0
    while first < functions.count {
      let area = edges.areas[Int(numbers[first])]
      var end = first
      while end < functions.count, edges.areas[Int(numbers[end])] == area { end += 1 }
      follow(Array(first..<end), from: 0, to: length, of: edge, stretch)
      first = end
    }
  }

  /// Adds the ground beside a range of an edge up to the nearest of some segments.
  private mutating func follow(
    _ places: [Int], from: Double, to: Double, of edge: Int, _ stretch: SegmentStretch
  ) {
    steps += places.count
    let middle = from + (to - from) / 2
    let nearest = nearest(of: places, at: middle)
    if places.count > Self.mostFollowed, to - from > Self.shortest {
      for (low, high) in [(from, middle), (middle, to)] {
        let own = self.nearest(of: places, at: low + (high - low) / 2)
        let kept = places.filter {
          $0 == own || functions[own].firstNearer(functions[$0], rightOf: low, to: high) < high
        }
        follow(kept, from: low, to: high, of: edge, stretch)
      }
      return
    }
    // The nearest in the middle stays the nearest up to the first places where another is nearer.
    var (low, high) = (from, to)
    if to - from > 1e-9 {
      for place in places where place != nearest {
        high = functions[nearest].firstNearer(functions[place], rightOf: middle, to: high)
        low = functions[nearest].firstNearer(functions[place], leftOf: middle, to: low)
      }
    }
    if low > from { follow(places, from: from, to: low, of: edge, stretch) }
    add(
      functions[nearest], edges.tree.segments[Int(numbers[nearest])], from: low, to: high, of: edge, stretch)
    if high < to { follow(places, from: high, to: to, of: edge, stretch) }
  }

  private func nearest(of places: [Int], at point: Double) -> Int {
    var (best, least) = (places[0], Double.infinity)
    for place in places {
      let square = functions[place].square(at: point)
      if square < least { (best, least) = (place, square) }
    }
    return best
  }

  /// Adds the ground up to one segment, in up to three parts: where its one end is nearest, its line, and its other end.
  private mutating func add(
    _ function: DistanceFunction, _ other: LineSegment, from: Double, to: Double, of edge: Int,
    _ stretch: SegmentStretch
  ) {
    var start = from
    for bound in [function.begin, function.end, to] where bound > start {
      let end = min(bound, to)
      if let near = function.part(within: reach, from: start, to: end) {
        add(stretch.point(at: near.lowerBound), stretch.point(at: near.upperBound), other, of: edge)
      }
      start = end
    }
  }

  /// Adds the ground between two points of an edge and the nearest points of a segment, on the edge's outer side.
  private mutating func add(_ low: Coordinate, _ high: Coordinate, _ other: LineSegment, of edge: Int) {
    let (p, q) = edges.isTurned[edge] ? (high, low) : (low, high)
    let (foot, second) = (other.point(nearestTo: p), other.point(nearestTo: q))
    let (breadth, otherBreadth) = (
      LineSegment.between(p, foot).segment.length, LineSegment.between(q, second).segment.length
    )
    if max(breadth, otherBreadth) <= coincidence { return }
    // The interior of the area is on the left, so that open ground is on the right.
    let corners = [q, p, foot, second]
    var area = 0.0
    for (corner, next) in zip(corners, corners[1...] + [q]) {
      area += (corner.x - q.x) * (next.y - q.y) - (next.x - q.x) * (corner.y - q.y)
    }
    guard area > 0 else { return }
    for corner in corners { ground.append(corner) }
    ground.append(q)
    ground.endRing()
    ground.endPolygon()
  }
}

extension DistanceFunction {
  /// The part of a range, which lies in one of the three ranges of the function, where the distance is no larger than another.
  ///
  /// Borders that come to be further from each other within the range part there: a river's mouth begins, or a coast. Ground between
  /// such is cut off where it is narrowest, which is at the one end of the range or the other, or nowhere.
  fileprivate func part(within reach: Double, from: Double, to: Double) -> ClosedRange<Double>? {
    var polynomial = square(around: from, range(rightOf: from))
    polynomial.constant -= reach * reach
    let (a, b, c) = (polynomial.square, polynomial.linear, polynomial.constant)
    let length = to - from
    let discriminant = b * b - 4 * a * c
    guard discriminant >= 0, length > 0 else { return nil }
    // The two roots without cancellation; the square of a distance is convex, so that what is wanted lies between them.
    let sum = -0.5 * (b + (b < 0 ? -discriminant.squareRoot() : discriminant.squareRoot()))
    guard sum != 0, a > 0 else { return c <= 0 ? from...to : nil }
    let (one, other) = (sum / a, c / sum)
    var (low, high) = (min(one, other), max(one, other))
    let shortest = -b / (2 * a)
    if low > 0 { low = shortest }
    if high < length { high = shortest }
    (low, high) = (max(0, low), min(length, high))
    return low < high ? from + low...from + high : nil
  }
}

extension LineSegment {
  /// The point of the segment that is nearest to another.
  fileprivate func point(nearestTo p: Coordinate) -> Coordinate {
    let (dx, dy) = (b.x - a.x, b.y - a.y)
    let part = ((p.x - a.x) * dx + (p.y - a.y) * dy) / (dx * dx + dy * dy)
    return part <= 0 ? a : point(at: part)
  }
}
