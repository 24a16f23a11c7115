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
  /// Whether so many boxes of edges meet that they were searched otherwise.
  var isCrowded = false
  /// The first two edges of one area that cross within both or lie on each other, by their numbers.
  var firstCrossing: ContactPair?
  /// The first two edges of one area that touch otherwise.
  var firstTouch: ContactPair?

  /// Nothing yet.
  init(_ rings: FixedRings) { contacts = [OwnContacts](repeating: [], count: rings.count) }

  /// Takes in what another has found.
  mutating func add(_ other: NodingFindings) {
    passages += other.passages
    crossings += other.crossings
    areTouching = areTouching || other.areTouching
    for area in contacts.indices { contacts[area].formUnion(other.contacts[area]) }
    if let pair = other.firstCrossing { note(crossing: pair) }
    if let pair = other.firstTouch { note(touch: pair) }
  }

  mutating func note(crossing pair: ContactPair) { firstCrossing = min(firstCrossing ?? pair, pair) }

  mutating func note(touch pair: ContactPair) { firstTouch = min(firstTouch ?? pair, pair) }
}

/// Two edges, the one with the lower number first.
struct ContactPair: Comparable, Sendable {
  let first: Int
  let second: Int

  init(_ i: Int, _ j: Int) { (first, second) = i < j ? (i, j) : (j, i) }

  static func < (a: ContactPair, b: ContactPair) -> Bool { (a.first, a.second) < (b.first, b.second) }
}

/// Compares pairs of edges.
struct NodingVisitor {
  private let grid: PixelGrid
  private let vertices: UnsafeBufferPointer<GridPoint>
  private let rings: FixedRings
  private let unit: Int64
  private(set) var findings: NodingFindings
  /// What happens in pixels elsewhere is not noted; nil for the whole plane.
  var cell: PixelCell?
  /// Whether crossings are collected until `finishCrossings` only.
  var leavesCrossings = false

  init(_ rings: FixedRings, _ vertices: UnsafeBufferPointer<GridPoint>) {
    self.rings = rings
    self.vertices = vertices
    grid = rings.grid
    unit = 1 &<< rings.grid.fractionBits
    findings = NodingFindings(rings)
  }

  /// Notes what two different edges of two rings, which may be one, have to do with each other.
  @inline(__always)
  mutating func compare(_ i: Int, ofRing iRing: Int, _ j: Int, ofRing jRing: Int) {
    let (p, q, r, s) = (vertices[i], vertices[i &+ 1], vertices[j], vertices[j &+ 1])
    let (startsMeet, chains, chainsBack, endsMeet) = (p == r, q == r, p == s, q == s)
    if startsMeet || chains || chainsBack || endsMeet {
      if (startsMeet && endsMeet) || (chains && chainsBack) {
        if isSameArea(iRing, jRing) {
          note([.near, .touching], ofRing: iRing)
          findings.note(crossing: ContactPair(i, j))
        }
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
      findings.note(touch: ContactPair(i, j))
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
    if isElsewhere(pixel) { return }
    let isTouching = passage == .centre && w == grid.centre(pixel)
    if isTouching { findings.areTouching = true }
    if isSameArea(iRing, jRing) {
      note(isTouching ? [.near, .touching] : .near, ofRing: iRing)
      if isTouching { findings.note(touch: ContactPair(i, j)) }
    }
    add(i, pixel, p, q)
  }

  private mutating func noteCrossing(
    _ i: Int, _ iRing: Int, _ j: Int, _ jRing: Int, _ pixel: GridPoint, _ p: GridPoint, _ q: GridPoint,
    _ r: GridPoint, _ s: GridPoint
  ) {
    if isElsewhere(pixel) { return }
    findings.areTouching = true
    if isSameArea(iRing, jRing) {
      note([.near, .touching], ofRing: iRing)
      findings.note(crossing: ContactPair(i, j))
    }
    if !leavesCrossings {
      add(i, pixel, p, q)
      add(j, pixel, r, s)
    }
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

  /// Whether a pixel's centre lies in another cell.
  @inline(__always)
  private func isElsewhere(_ pixel: GridPoint) -> Bool {
    guard let cell else { return false }
    return !cell.contains(grid.centre(pixel))
  }

  private mutating func note(_ contact: OwnContacts, ofRing ring: Int) {
    findings.contacts[Int(rings.areaOfRing[ring])].formUnion(contact)
  }

  @inline(__always)
  fileprivate func isSameArea(_ ring: Int, _ other: Int) -> Bool {
    ring == other || rings.areaOfRing[ring] == rings.areaOfRing[other]
  }

  /// Whether the second edge follows the first in their ring.
  private func isNext(_ i: Int, _ iRing: Int, _ j: Int, _ jRing: Int) -> Bool {
    guard iRing == jRing else { return false }
    let edges = rings.edges(of: iRing)
    return j == i &+ 1 || (i == edges.upperBound &- 1 && j == edges.lowerBound)
  }
}

// MARK: In crowded parts of the plane

extension NodingVisitor {
  /// The ring that an edge belongs to.
  func ring(of edge: UInt32) -> Int {
    var (low, high) = (0, rings.ringCount)
    while high - low > 1 {
      let middle = (low + high) / 2
      if rings.ringStarts[middle] <= edge { low = middle } else { high = middle }
    }
    return low
  }

  /// The same as `compare`, unless the edges' boxes lie more than a unit apart.
  @inline(__always)
  mutating func compareBoxes(_ i: Int, ofRing ring: Int, _ j: Int) {
    let (p, q, r, s) = (vertices[i], vertices[i &+ 1], vertices[j], vertices[j &+ 1])
    guard max(min(p.x, q.x), min(r.x, s.x)) <= min(max(p.x, q.x), max(r.x, s.x)) &+ unit,
      max(min(p.y, q.y), min(r.y, s.y)) <= min(max(p.y, q.y), max(r.y, s.y)) &+ unit
    else { return }
    compare(i, ofRing: ring, j, ofRing: self.ring(of: UInt32(truncatingIfNeeded: j)))
  }

  /// How many crossings have been found whose pixels have not been compared with other edges.
  var openCrossings: Int { findings.crossings.count }

  mutating func forgetCrossings() { findings.crossings.removeAll(keepingCapacity: true) }

  /// Compares the pixels of the crossings found with the edges that come near.
  mutating func finishCrossings(_ edges: Slice<UnsafeBufferPointer<UInt32>>) {
    if findings.crossings.isEmpty { return }
    let pixels = findings.crossings.sorted { AreaArrangement.isBelow($0, $1) }
    forgetCrossings()
    var last: GridPoint?
    for pixel in pixels where pixel != last {
      last = pixel
      for edge in edges { compare(Int(edge), withCrossing: pixel) }
    }
  }

  /// Notes what happens in the one pixel of the cell, near which some edges come.
  mutating func compareInPixel(_ edges: Slice<UnsafeBufferPointer<UInt32>>) {
    guard let cell else { return }
    let pixel = grid.pixel(GridPoint(x: cell.x &+ grid.half, y: cell.y &+ grid.half))
    let centre = grid.centre(pixel)
    var inside: [PixelEdge] = []
    for edge in edges {
      let (p, q) = (vertices[Int(edge)], vertices[Int(edge) &+ 1])
      let passage = grid.passage(p, q, through: pixel)
      if passage == .apart { continue }
      inside.append(
        PixelEdge(
          edge: edge, ring: ring(of: edge), ends: grid.pixel(p) == pixel || grid.pixel(q) == pixel,
          isCentred: passage == .centre, endsAtCentre: p == centre || q == centre))
    }
    let hasVertex = inside.contains { $0.ends }
    let crossing = hasVertex ? .none : crossing(of: inside, in: pixel)
    guard hasVertex || crossing != .none else { return }
    let isCrossed = crossing == .certain
    for item in inside where !item.ends {
      findings.passages.append(Passage(edge: item.edge, pixel: pixel))
      if isCrossed || (item.isCentred && inside.contains { $0.endsAtCentre }) { findings.areTouching = true }
    }
    noteContacts(inside, .near)
    noteContacts(inside.filter(\.isCentred), .touching)
  }

  /// An edge that passes through a pixel.
  private struct PixelEdge {
    let edge: UInt32
    let ring: Int
    /// Whether one of its ends is in the pixel.
    let ends: Bool
    /// Whether it passes through the centre.
    let isCentred: Bool
    let endsAtCentre: Bool
  }

  /// Whether edges cross in a pixel.
  private enum PixelCrossing {
    case none
    /// Perhaps they only cross close by. Then it does no harm to lead them through the pixel's centre.
    case possible
    case certain
  }

  /// Whether any of some edges that pass through a pixel, and do not end there, cross in it.
  private func crossing(of inside: [PixelEdge], in pixel: GridPoint) -> PixelCrossing {
    let edges = inside.map { (p: vertices[Int($0.edge)], q: vertices[Int($0.edge) &+ 1]) }
    if edges.count <= 64 {
      for (place, a) in edges.enumerated() {
        for b in edges[(place + 1)...] where grid.crossing(a.p, a.q, b.p, b.q) == pixel { return .certain }
      }
      return .none
    }
    // Where no two have changed places between one side of the pixel and the other, none cross.
    let isFlat = edges.allSatisfy { abs($0.q.x - $0.p.x) >= abs($0.q.y - $0.p.y) }
    let isSteep = edges.allSatisfy { abs($0.q.x - $0.p.x) <= abs($0.q.y - $0.p.y) }
    guard isFlat || isSteep else { return .possible }
    let centre = grid.centre(pixel)
    func places(_ edge: (p: GridPoint, q: GridPoint)) -> (start: Double, end: Double) {
      let (dx, dy) = (Double(edge.q.x - edge.p.x), Double(edge.q.y - edge.p.y))
      let (x, y) = (Double(edge.p.x - centre.x), Double(edge.p.y - centre.y))
      let slope = isFlat ? dy / dx : dx / dy
      let middle = isFlat ? y - x * slope : x - y * slope
      return (middle - Double(grid.half) * slope, middle + Double(grid.half) * slope)
    }
    let order = edges.map { (edge: $0, place: places($0)) }
      .sorted { ($0.place.start, $0.place.end) < ($1.place.start, $1.place.end) }
    var isPossible = false
    // Numbers below 2^51 have errors below 1; what is closer is compared exactly.
    for (a, b) in zip(order, order.dropFirst())
    where b.place.end - a.place.end < 4 || b.place.start - a.place.start < 4 {
      if grid.crossing(a.edge.p, a.edge.q, b.edge.p, b.edge.q) == pixel { return .certain }
      isPossible = isPossible || b.place.end < a.place.end - 4
    }
    return isPossible ? .possible : .none
  }

  /// The first two of some edges, which are sorted by their numbers, that do not simply follow each other.
  private func firstPair(_ edges: ArraySlice<PixelEdge>) -> ContactPair {
    for (place, a) in edges.enumerated() {
      for b in edges.dropFirst(place + 1)
      where !isNext(Int(a.edge), a.ring, Int(b.edge), b.ring)
        && !isNext(Int(b.edge), b.ring, Int(a.edge), a.ring)
      {
        return ContactPair(Int(a.edge), Int(b.edge))
      }
    }
    return ContactPair(Int(edges[edges.startIndex].edge), Int(edges[edges.endIndex - 1].edge))
  }

  /// Notes the areas of which more comes together than an edge and the one that follows it.
  private mutating func noteContacts(_ inside: [PixelEdge], _ contact: OwnContacts) {
    let sorted = inside.sorted { ($0.ring, $0.edge) < ($1.ring, $1.edge) }
    var start = 0
    while start < sorted.count {
      let area = rings.areaOfRing[sorted[start].ring]
      var end = start
      while end < sorted.count, rings.areaOfRing[sorted[end].ring] == area { end += 1 }
      let (first, second) = (sorted[start], sorted[end - 1])
      let follows =
        end - start == 2
        && (isNext(Int(first.edge), first.ring, Int(second.edge), second.ring)
          || isNext(Int(second.edge), second.ring, Int(first.edge), first.ring))
      if end - start > 1, !follows {
        note(contact, ofRing: first.ring)
        if contact == .touching { findings.note(touch: firstPair(sorted[start..<end])) }
      }
      start = end
    }
  }
}
