/// The overlay written down plainly: what the kernel finds, without anything that makes it fast.
///
/// Every edge of an area of A is held against every edge of an area of B; there are no cells, no blocks, no threads.
/// It is here to be read beside the article "The overlap kernel", whose rules it follows in the article's order and
/// letters, and to be a second opinion: it shares with the kernel the layers on their grid, but none of its
/// predicates, and not its way of locating ring starts. The tests hold the two against each other.
///
/// A ring's interior lies on the left of its edges. Everything is a sum over pairs of rings, one of A and one of B,
/// so parts, holes, and areas that lie on top of each other need no thought.
package enum PlainOverlay {
  /// Two areas whose intersection has an area.
  package struct Pair: Sendable, Equatable {
    /// The index of the area of layer A.
    package let a: Int
    /// The index of the area of layer B.
    package let b: Int
    /// The area in square metres, positive.
    package let area: Double
    /// The length of the intersection's boundary in metres.
    package let perimeter: Double
  }

  /// All pairs of areas of two layers on the same grid whose intersection has an area, by a, then b. Areas must be
  /// valid. The time it takes grows with the product of the layers' edges.
  package static func pairs(a: GridLayer, b: GridLayer) -> [Pair] {
    let unitsPerMetre = a.grid.unitsPerMetre
    // Twice the area, in square units with `Intersection.fractionBits` binary digits after the point.
    let areaScale = 0.5 / (unitsPerMetre * unitsPerMetre * Double(1 << Intersection.fractionBits))
    var pairs: [Pair] = []
    for i in 0..<a.count {
      for j in 0..<b.count {
        var intersection = Intersection()
        for ring in rings(of: a, area: i) {
          for other in rings(of: b, area: j) { intersection.add(ring, other) }
        }
        if intersection.doubleArea > 0 {
          pairs.append(
            Pair(
              a: i, b: j, area: Double(intersection.doubleArea) * areaScale,
              perimeter: intersection.length / unitsPerMetre))
        }
      }
    }
    return pairs
  }

  /// The rings of an area, each as its edges; those that rounding has left nothing of are left out.
  private static func rings(of layer: GridLayer, area: Int) -> [[Edge]] {
    layer.rings(ofArea: area).map { ring in
      layer.edges(of: ring).map { Edge(start: layer.vertices[$0], end: layer.vertices[$0 + 1]) }
    }.filter { !$0.isEmpty }
  }
}

/// A directed edge, with the interior of its area on the left.
private struct Edge {
  let start: GridPoint
  let end: GridPoint

  /// cross(start, end): what the edge adds to twice the area of its ring.
  var cross: Int128 { Edge.cross(start, end) }

  var length: Double {
    let (width, height) = (Double(end.x - start.x), Double(end.y - start.y))
    return (width * width + height * height).squareRoot()
  }

  /// Twice the area of the triangle of the edge and a point, exactly: positive where the point lies on the left of
  /// the edge, 0 where it lies on its line. Coordinates are below 2^41, so that this is below 2^85.
  func side(of point: GridPoint) -> Int128 {
    let toEnd = GridPoint(x: end.x - start.x, y: end.y - start.y)
    let toPoint = GridPoint(x: point.x - start.x, y: point.y - start.y)
    return Edge.cross(toEnd, toPoint)
  }

  static func cross(_ p: GridPoint, _ q: GridPoint) -> Int128 {
    Int128(p.x) * Int128(q.y) - Int128(p.y) * Int128(q.x)
  }
}

/// The second rule: layer B is displaced by (e, e²), where e is positive and smaller than any number. Then no vertex
/// lies on an edge of the other layer, and every question has one of two answers.
extension Edge {
  /// Whether a point of A lies on the left of this edge of B. Displacing the edge by (e, e²) changes the side of the
  /// point to side + height e - width e²; the first of the three terms that is not 0 has the say.
  func hasOnLeft(pointOfA point: GridPoint) -> Bool {
    let side = side(of: point)
    if side != 0 { return side > 0 }
    if end.y != start.y { return end.y > start.y }
    return end.x < start.x
  }

  /// Whether a point of B lies on the left of this edge of A. Now the point is displaced: side - height e + width e².
  func hasOnLeft(pointOfB point: GridPoint) -> Bool {
    let side = side(of: point)
    if side != 0 { return side > 0 }
    if end.y != start.y { return end.y < start.y }
    return end.x > start.x
  }

  /// Whether a point of A is at the height of this edge of B: between its ends, of which one that was as high as the
  /// point has moved above it by e².
  func isBeside(pointOfA point: GridPoint) -> Bool { (start.y >= point.y) != (end.y >= point.y) }

  /// Whether a point of B is at the height of this edge of A: the point has moved above what was as high.
  func isBeside(pointOfB point: GridPoint) -> Bool { (start.y > point.y) != (end.y > point.y) }
}

/// What is summed up for the intersection of one area of A with one of B.
private struct Intersection {
  /// Areas are integers of 2^-20 square units: what cancels in the mathematics cancels here, and areas that only
  /// touch have exactly 0 in common.
  static let fractionBits = 20

  var doubleArea: Int128 = 0
  /// In grid units.
  var length = 0.0

  /// Adds what a ring of A and a ring of B contribute.
  mutating func add(_ a: [Edge], _ b: [Edge]) {
    addStarts(a, b)
    // S of the article: the sum over the edges of the ring that come before the one at hand.
    var (areaBeforeA, lengthBeforeA): (Int128, Double) = (0, 0)
    for edgeA in a {
      var (areaBeforeB, lengthBeforeB): (Int128, Double) = (0, 0)
      for edgeB in b {
        addCrossing(
          edgeA, edgeB, area: areaBeforeB - areaBeforeA, length: lengthBeforeB - lengthBeforeA)
        addStrip(edgeA, edgeB)
        areaBeforeB += edgeB.cross
        lengthBeforeB += edgeB.length
      }
      areaBeforeA += edgeA.cross
      lengthBeforeA += edgeA.length
    }
  }

  /// The first rule: where the edge of A, p -> q, crosses that of B, r -> s, at c, and enters the area on its left,
  /// S(r -> s) + cross(r, c) - S(p -> q) - cross(p, c) is added; where it leaves, the same is taken away. `area` and
  /// `length` are S(r -> s) - S(p -> q).
  private mutating func addCrossing(_ edgeA: Edge, _ edgeB: Edge, area: Int128, length: Double) {
    let (p, q, r, s) = (edgeA.start, edgeA.end, edgeB.start, edgeB.end)
    let isEntering = edgeB.hasOnLeft(pointOfA: q)
    guard edgeB.hasOnLeft(pointOfA: p) != isEntering,
      edgeA.hasOnLeft(pointOfB: r) != edgeA.hasOnLeft(pointOfB: s)
    else { return }
    // How far along each edge c lies: from the heights of its ends over the other edge.
    let (sideP, sideQ) = (edgeB.side(of: p), edgeB.side(of: q))
    let (sideR, sideS) = (edgeA.side(of: r), edgeA.side(of: s))
    let partA = Double(sideP) / Double(sideP - sideQ)
    let partB = Double(sideR) / Double(sideR - sideS)
    // cross(r, c) - cross(p, c) is cross(r, p) and twice the triangle r, c, p, which is -partA * sideR.
    let triangle = -Intersection.quotient(sideP, sideR, sideP - sideQ)
    let areaTerm = (area + Edge.cross(r, p)) << Int128(Intersection.fractionBits) + triangle
    let lengthTerm = length + partB * edgeB.length - partA * edgeA.length
    doubleArea += isEntering ? areaTerm : -areaTerm
    self.length += isEntering ? lengthTerm : -lengthTerm
  }

  /// m n / d in units of 2^-20, rounded to the nearest, ties away from 0. Precondition: |m| <= |d|, |n| < 2^107.
  private static func quotient(_ m: Int128, _ n: Int128, _ d: Int128) -> Int128 {
    // Up to 190 binary digits, in two words.
    let product = m.magnitude.multipliedFullWidth(by: n.magnitude << UInt128(fractionBits))
    let (whole, rest) = d.magnitude.dividingFullWidth(product)
    let size = Int128(whole) + (rest >= d.magnitude - rest ? 1 : 0)
    return [m, n, d].count { $0 < 0 } % 2 == 1 ? -size : size
  }

  /// The correction of the perimeter. Edges on one line and of opposite direction, each on the left of the other
  /// once B is displaced, are the sides of a strip without width between two areas that only touch: where both run,
  /// the crossings at its ends have counted either side as boundary.
  private mutating func addStrip(_ edgeA: Edge, _ edgeB: Edge) {
    guard edgeB.side(of: edgeA.start) == 0, edgeB.side(of: edgeA.end) == 0,
      edgeB.hasOnLeft(pointOfA: edgeA.start), edgeA.hasOnLeft(pointOfB: edgeB.start)
    else { return }
    // Along the line: what both edges run over lies between the later of their first ends and the earlier of their last.
    func isBefore(_ one: GridPoint, _ other: GridPoint) -> Bool { (one.x, one.y) < (other.x, other.y) }
    let a = [edgeA.start, edgeA.end].sorted(by: isBefore)
    let b = [edgeB.start, edgeB.end].sorted(by: isBefore)
    let first = isBefore(a[0], b[0]) ? b[0] : a[0]
    let last = isBefore(a[1], b[1]) ? a[1] : b[1]
    if isBefore(first, last) { length -= 2 * Edge(start: first, end: last).length }
  }

  /// The third rule: if the start of a ring lies inside an area of the other layer, the sum of the whole ring is
  /// added. An area's rings each wind around the start so many times, holes the other way round; together once where
  /// the area holds it, and else not at all.
  private mutating func addStarts(_ a: [Edge], _ b: [Edge]) {
    let (startA, startB) = (a[0].start, b[0].start)
    let timesA = b.reduce(0) { times, edge in
      guard edge.isBeside(pointOfA: startA) else { return times }
      return times + Intersection.turn(edge, isLeft: edge.hasOnLeft(pointOfA: startA))
    }
    let timesB = a.reduce(0) { times, edge in
      guard edge.isBeside(pointOfB: startB) else { return times }
      return times + Intersection.turn(edge, isLeft: edge.hasOnLeft(pointOfB: startB))
    }
    for (times, ring) in [(timesA, a), (timesB, b)] where times != 0 {
      let whole = ring.reduce(0) { $0 + $1.cross }
      doubleArea += Int128(times) * whole << Int128(Intersection.fractionBits)
      length += Double(times) * ring.reduce(0) { $0 + $1.length }
    }
  }

  /// What an edge beside a point adds to the winding number around it, by the ray from the point to the right, which
  /// meets edges that run up with the point on their left, and edges that run down with it on their right.
  private static func turn(_ edge: Edge, isLeft: Bool) -> Int {
    let isUpward = edge.end.y > edge.start.y
    return isLeft == isUpward ? (isUpward ? 1 : -1) : 0
  }
}
