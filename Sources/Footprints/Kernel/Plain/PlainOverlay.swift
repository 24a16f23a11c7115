/// The overlay written out plainly: what the kernel finds, without anything that makes it fast.
///
/// Every edge of an area of A is compared with every edge of an area of B: no cells, no blocks, no threads. It is here
/// to be read alongside the article "The overlap kernel", whose letters it uses, and to be a second opinion: it shares
/// with the kernel the layers on their grid, but no predicate, and not the way in which ring starts are located. The
/// tests check the two against each other.
///
/// Everything is a sum over pairs of rings, one of A and one of B. So parts, holes, and areas that lie on top of each
/// other need no thought.
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

  /// The rings of an area, each as its edges; those of which rounding has left nothing are left out.
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

  var width: Int64 { end.x - start.x }
  var height: Int64 { end.y - start.y }
  var length: Double { (Double(width) * Double(width) + Double(height) * Double(height)).squareRoot() }
  /// cross(start, end): what the edge adds to twice the area of its ring.
  var cross: Int128 { Edge.cross(start, end) }

  /// Twice the area of the triangle of the edge and a point, exactly: positive where the point lies on the left of
  /// the edge, 0 where it lies on its line. Differences of coordinates are at most 2^41, and this at most 2^83.
  func side(of point: GridPoint) -> Int128 {
    Edge.cross(GridPoint(x: width, y: height), GridPoint(x: point.x - start.x, y: point.y - start.y))
  }

  static func cross(_ p: GridPoint, _ q: GridPoint) -> Int128 {
    Int128(p.x) * Int128(q.y) - Int128(p.y) * Int128(q.x)
  }
}

/// Displacing one layer by almost nothing: B is moved by (e, e²), where e is positive and smaller than any number.
///
/// A point of B moves `forth` as seen from an edge of A, and a point of A `back` as seen from an edge of B. Then no
/// point lies on an edge, nor level with the end of one, and every question has one of two answers.
private enum Displacement: Int64 {
  case forth = 1
  case back = -1
}

extension Edge {
  /// Whether a point lies on the left of the edge once it has moved. That changes its side to side - height e +
  /// width e², or to side + height e - width e²: the first of the three terms that is not 0 decides.
  func hasOnLeft(_ point: GridPoint, moved displacement: Displacement) -> Bool {
    let side = side(of: point)
    if side != 0 { return side > 0 }
    return (height != 0 ? -height : width) * displacement.rawValue > 0
  }

  /// How many times a ring winds around a point that has moved: by a ray from the point to the right, the edges that
  /// cross it upwards less those that cross it downwards.
  static func windings(of ring: [Edge], around point: GridPoint, moved displacement: Displacement) -> Int {
    func isAbove(_ vertex: GridPoint) -> Bool {
      vertex.y > point.y || (vertex.y == point.y && displacement == .back)
    }
    var times = 0
    for edge in ring where isAbove(edge.start) != isAbove(edge.end) {
      let isUpward = isAbove(edge.end)
      // The ray meets an edge that has the point on the left on its way up, or on the right on its way down.
      if edge.hasOnLeft(point, moved: displacement) == isUpward { times += isUpward ? 1 : -1 }
    }
    return times
  }
}

/// What is summed up for the intersection of one area of A with one of B.
private struct Intersection {
  /// Areas are integers of 2^-20 square units: what cancels in the mathematics cancels here, and areas that only
  /// touch have exactly 0 in common.
  static let fractionBits = 20

  var doubleArea: Int128 = 0
  /// The length of the boundary in grid units.
  var length = 0.0

  /// Adds what a ring of A and a ring of B contribute.
  mutating func add(_ a: [Edge], _ b: [Edge]) {
    // If the start of a ring lies inside an area of the other layer, the sum of the whole ring is added. Holes wind the
    // other way round than exteriors, so that all rings of an area together wind around what the area holds.
    addWhole(a, times: Edge.windings(of: b, around: a[0].start, moved: .back))
    addWhole(b, times: Edge.windings(of: a, around: b[0].start, moved: .forth))
    // The S(e) of the article, of areas and of lengths: the sum over the edges of a ring that come before e.
    var (areaBeforeA, lengthBeforeA): (Int128, Double) = (0, 0)
    for edgeA in a {
      var (areaBeforeB, lengthBeforeB): (Int128, Double) = (0, 0)
      for edgeB in b {
        addCrossing(edgeA, edgeB, area: areaBeforeB - areaBeforeA, length: lengthBeforeB - lengthBeforeA)
        addStrip(edgeA, edgeB)
        (areaBeforeB, lengthBeforeB) = (areaBeforeB + edgeB.cross, lengthBeforeB + edgeB.length)
      }
      (areaBeforeA, lengthBeforeA) = (areaBeforeA + edgeA.cross, lengthBeforeA + edgeA.length)
    }
  }

  private mutating func addWhole(_ ring: [Edge], times: Int) {
    doubleArea += Int128(times) * ring.reduce(0) { $0 + $1.cross } << Int128(Intersection.fractionBits)
    length += Double(times) * ring.reduce(0) { $0 + $1.length }
  }

  /// What a crossing contributes: where p -> q of A crosses r -> s of B at c and enters the area on its left, S(r -> s)
  /// + cross(r, c) - S(p -> q) - cross(p, c) is added; where it leaves, the same is subtracted. `area` and `length`
  /// are S(r -> s) - S(p -> q).
  private mutating func addCrossing(_ edgeA: Edge, _ edgeB: Edge, area: Int128, length: Double) {
    let (p, q, r, s) = (edgeA.start, edgeA.end, edgeB.start, edgeB.end)
    // Edges cross if and only if each has its ends on different sides of the other.
    let isEntering = edgeB.hasOnLeft(q, moved: .back)
    guard edgeB.hasOnLeft(p, moved: .back) != isEntering,
      edgeA.hasOnLeft(r, moved: .forth) != edgeA.hasOnLeft(s, moved: .forth)
    else { return }
    // The part of each edge that lies before c. The displacement is too small to change it.
    let (sideP, sideQ) = (edgeB.side(of: p), edgeB.side(of: q))
    let (sideR, sideS) = (edgeA.side(of: r), edgeA.side(of: s))
    let partOfA = Double(sideP) / Double(sideP - sideQ)
    let partOfB = Double(sideR) / Double(sideR - sideS)
    // cross(r, c) - cross(p, c) is cross(r, p) and twice the triangle r, c, p, which is -partOfA * sideR. Where c is a
    // vertex, and so wherever areas only touch, that is a whole number.
    let triangle = -Intersection.quotient(sideP, sideR, sideP - sideQ)
    let areaTerm = (area + Edge.cross(r, p)) << Int128(Intersection.fractionBits) + triangle
    let lengthTerm = length + partOfB * edgeB.length - partOfA * edgeA.length
    doubleArea += isEntering ? areaTerm : -areaTerm
    self.length += isEntering ? lengthTerm : -lengthTerm
  }

  /// m n / d in units of 2^-20, rounded to the nearest, ties away from 0. Precondition: |m| <= |d|, |n| < 2^107.
  private static func quotient(_ m: Int128, _ n: Int128, _ d: Int128) -> Int128 {
    // The product has up to 186 binary digits, which two words hold.
    let product = m.magnitude.multipliedFullWidth(by: n.magnitude << UInt128(fractionBits))
    let (whole, rest) = d.magnitude.dividingFullWidth(product)
    let size = Int128(whole) + (rest >= d.magnitude - rest ? 1 : 0)
    return [m, n, d].count { $0 < 0 } % 2 == 1 ? -size : size
  }

  /// The trap of the displacement: edges on one line and of opposite direction, each on the left of the other once B
  /// has moved, are the sides of a strip without width between two areas that only touch. The crossings at its ends
  /// have counted both sides as boundary, so they are subtracted from the perimeter.
  private mutating func addStrip(_ edgeA: Edge, _ edgeB: Edge) {
    guard edgeB.side(of: edgeA.start) == 0, edgeB.side(of: edgeA.end) == 0,
      edgeB.hasOnLeft(edgeA.start, moved: .back), edgeA.hasOnLeft(edgeB.start, moved: .forth)
    else { return }
    // In order along the line, the strip runs from the later of the first ends to the earlier of the last.
    func isBefore(_ one: GridPoint, _ other: GridPoint) -> Bool { (one.x, one.y) < (other.x, other.y) }
    let a = [edgeA.start, edgeA.end].sorted(by: isBefore)
    let b = [edgeB.start, edgeB.end].sorted(by: isBefore)
    let first = isBefore(a[0], b[0]) ? b[0] : a[0]
    let last = isBefore(a[1], b[1]) ? a[1] : b[1]
    if isBefore(first, last) { length -= 2 * Edge(start: first, end: last).length }
  }
}
