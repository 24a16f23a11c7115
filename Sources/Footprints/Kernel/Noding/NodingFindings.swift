/// An edge passes through a pixel that is neither of its ends'.
struct Passage: BitwiseCopyable, Sendable {
  let edge: UInt32
  let pixel: GridPoint
}

/// What is known about the edges of an area among each other.
struct OwnContacts: OptionSet, BitwiseCopyable, Sendable {
  let rawValue: UInt8

  /// Edges come together in a pixel.
  static let near = OwnContacts(rawValue: 1)
  /// Edges have a point in common that is not simply the end of one and the start of the next.
  static let touching = OwnContacts(rawValue: 2)
}

/// What one worker has found.
struct NodingFindings: Sendable {
  var passages: [Passage] = []
  /// The pixels of crossings of two edges within both.
  var crossings: [GridPoint] = []
  /// For each area.
  var contacts: [OwnContacts]
  /// Whether edges of any areas touch elsewhere than at common vertices.
  var areTouching = false
}

/// Compares pairs of edges.
struct NodingVisitor {
  private let grid: PixelGrid
  private let vertices: UnsafeBufferPointer<GridPoint>
  private let rings: FixedRings
  private let unit: Int64
  private(set) var findings: NodingFindings

  init(_ rings: FixedRings, _ vertices: UnsafeBufferPointer<GridPoint>) {
    self.rings = rings
    self.vertices = vertices
    grid = rings.grid
    unit = 1 &<< rings.grid.fractionBits
    findings = NodingFindings(contacts: [OwnContacts](repeating: [], count: rings.count))
  }

  /// Notes what two different edges of two rings, which may be one, have to do with each other.
  @inline(__always)
  mutating func compare(_ i: Int, ofRing iRing: Int, _ j: Int, ofRing jRing: Int) {
    let (p, q, r, s) = (vertices[i], vertices[i &+ 1], vertices[j], vertices[j &+ 1])
    let (startsMeet, chains, chainsBack, endsMeet) = (p == r, q == r, p == s, q == s)
    if startsMeet || chains || chainsBack || endsMeet {
      if (startsMeet && endsMeet) || (chains && chainsBack) {
        if isSameArea(iRing, jRing) { note([.near, .touching], ofRing: iRing) }
        return
      }
      compareJoined(i, iRing, j, jRing, startsMeet, chains, chainsBack, p, q, r, s)
      return
    }
    if isNear(r, p, q) { compare(vertexOf: j, jRing, r, with: i, iRing, p, q) }
    if isNear(p, r, s) { compare(vertexOf: i, iRing, p, with: j, jRing, r, s) }
    if boxesMeet(p, q, r, s), let pixel = grid.crossing(p, q, r, s) {
      noteCrossing(i, iRing, j, jRing, pixel, p, q, r, s)
    }
  }

  /// The same for edges with one common end.
  @inline(__always)
  private mutating func compareJoined(
    _ i: Int, _ iRing: Int, _ j: Int, _ jRing: Int, _ startsMeet: Bool, _ chains: Bool, _ chainsBack: Bool,
    _ p: GridPoint, _ q: GridPoint, _ r: GridPoint, _ s: GridPoint
  ) {
    if !startsMeet && !chains && isNear(r, p, q) { compare(vertexOf: j, jRing, r, with: i, iRing, p, q) }
    if !startsMeet && !chainsBack && isNear(p, r, s) { compare(vertexOf: i, iRing, p, with: j, jRing, r, s) }
    if isSameArea(iRing, jRing),
      startsMeet || (chains && !isNext(i, iRing, j, jRing)) || (chainsBack && !isNext(j, jRing, i, iRing))
    {
      note([.near, .touching], ofRing: iRing)
    }
  }

  /// Whether a position is at most a unit away from an edge's box.
  @inline(__always)
  private func isNear(_ w: GridPoint, _ p: GridPoint, _ q: GridPoint) -> Bool {
    w.x >= min(p.x, q.x) &- unit && w.x <= max(p.x, q.x) &+ unit && w.y >= min(p.y, q.y) &- unit
      && w.y <= max(p.y, q.y) &+ unit
  }

  /// Compares the vertex that an edge starts with, and its pixel, with another edge p -> q of which it is no end.
  private mutating func compare(
    vertexOf j: Int, _ jRing: Int, _ w: GridPoint, with i: Int, _ iRing: Int, _ p: GridPoint, _ q: GridPoint
  ) {
    let pixel = grid.pixel(w)
    let passage = grid.passage(p, q, through: pixel)
    if passage == .apart { return }
    let isTouching = passage == .centre && w == grid.centre(pixel)
    if isTouching { findings.areTouching = true }
    if isSameArea(iRing, jRing) { note(isTouching ? [.near, .touching] : .near, ofRing: iRing) }
    add(i, pixel, p, q)
  }

  private mutating func noteCrossing(
    _ i: Int, _ iRing: Int, _ j: Int, _ jRing: Int, _ pixel: GridPoint, _ p: GridPoint, _ q: GridPoint,
    _ r: GridPoint, _ s: GridPoint
  ) {
    findings.areTouching = true
    if isSameArea(iRing, jRing) { note([.near, .touching], ofRing: iRing) }
    add(i, pixel, p, q)
    add(j, pixel, r, s)
    let ends = [p, q, r, s]
    if !ends.contains(where: { grid.pixel($0) == pixel }) { findings.crossings.append(pixel) }
  }

  /// Notes that an edge passes through the pixel of a crossing, if it does.
  mutating func compare(_ i: Int, withCrossing pixel: GridPoint) {
    let (p, q) = (vertices[i], vertices[i &+ 1])
    if grid.passage(p, q, through: pixel) != .apart { add(i, pixel, p, q) }
  }

  private mutating func add(_ edge: Int, _ pixel: GridPoint, _ p: GridPoint, _ q: GridPoint) {
    if pixel == grid.pixel(p) || pixel == grid.pixel(q) { return }
    findings.passages.append(Passage(edge: UInt32(truncatingIfNeeded: edge), pixel: pixel))
  }

  private mutating func note(_ contact: OwnContacts, ofRing ring: Int) {
    findings.contacts[Int(rings.areaOfRing[ring])].formUnion(contact)
  }

  @inline(__always)
  private func isSameArea(_ ring: Int, _ other: Int) -> Bool {
    ring == other || rings.areaOfRing[ring] == rings.areaOfRing[other]
  }

  /// Whether the second edge follows the first in their ring.
  private func isNext(_ i: Int, _ iRing: Int, _ j: Int, _ jRing: Int) -> Bool {
    guard iRing == jRing else { return false }
    let edges = rings.edges(of: iRing)
    return j == i &+ 1 || (i == edges.upperBound &- 1 && j == edges.lowerBound)
  }
}
