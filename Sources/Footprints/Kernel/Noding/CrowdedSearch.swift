/// The search for edges in which very many boxes meet: edges that jump across each other, long ones side by side, rays
/// from one point, combs across combs.
///
/// A square of the plane is quartered until few edges come near a part, or the part is one pixel, in which it does not
/// matter in how many ways edges meet. Whatever happens in a pixel is noted in the one part that holds its centre. Long
/// edges side by side, which no quartering takes apart, are compared by their shadows on a line across them. What
/// quartering costs is limited; where it has cost enough, all shadows that meet are compared.
struct CrowdedSearch {
  /// Below this all pairs are compared.
  private static let few = 24

  private let rings: FixedRings
  private let vertices: UnsafeBufferPointer<GridPoint>
  private(set) var visitor: NodingVisitor
  /// The edges near a part, after those near the parts that hold it.
  private let lists = Scratch<UInt32>()
  private let limits: Limits
  /// How many passages have been counted towards the limit.
  private var counted = 0
  /// How many times an edge may still be handed to a part.
  private var budget = 0
  private let shadows = Scratch<LineSweep.Shadow>()

  init(_ rings: FixedRings, _ vertices: UnsafeBufferPointer<GridPoint>, _ limits: Limits) {
    self.limits = limits
    self.rings = rings
    self.vertices = vertices
    visitor = NodingVisitor(rings, vertices)
    visitor.leavesCrossings = true
  }

  /// What the search of all threads together may find, and how much it may do.
  ///
  /// Both grow until all is found whichever thread finds it, so that passing a limit does not depend on the threads.
  struct Limits: Sendable {
    /// More passages than this take more memory than is reasonable.
    static let mostPassages = 10_000_000
    let passages = StepLimit(mostPassages)
    /// Half a minute at most.
    let pairs = StepLimit(1_000_000_000)

    var arePassed: Bool { passages.isPassed || pairs.isPassed }

    var error: FootprintsError {
      FootprintsError(
        .badData,
        "its edges cross each other or lie on each other too often: more than \(Wording.grouped(Self.mostPassages / 2)) crossings, or "
          + "nearly as many edges side by side",
        remedy: "Simplify it, or draw it anew.")
    }
  }

  /// A part of the plane with the edges that come near it.
  struct Part: Sendable {
    let cell: PixelCell
    let edges: [UInt32]
  }

  /// The parts that the work is cut into, those with most edges first.
  static func parts(_ rings: FixedRings) -> [Part] {
    var all: [UInt32] = []
    for ring in 0..<rings.ringCount { all += rings.edges(of: ring).map { UInt32($0) } }
    var parts = [Part(cell: PixelCell(around: rings), edges: all)]
    rings.vertices.withUnsafeBufferPointer { vertices in
      for _ in 0..<2 where parts.allSatisfy({ $0.cell.sideBits > rings.grid.fractionBits }) {
        parts = parts.flatMap { part in
          (0..<4).map { number in
            let cell = part.cell.quarter(number)
            return Part(
              cell: cell,
              edges: part.edges.filter { cell.isNear(vertices[Int($0)], vertices[Int($0) &+ 1]) })
          }
        }
      }
    }
    return parts.filter { $0.edges.count > 1 }.sorted { $0.edges.count > $1.edges.count }
  }

  /// Searches a part.
  mutating func search(_ part: Part) {
    lists.reset(count: 0)
    for edge in part.edges { lists.append(edge) }
    budget = 64 * lists.count + 250_000_000
    search(part.cell, 0..<lists.count)
  }

  private mutating func search(_ cell: PixelCell, _ list: Range<Int>) {
    if list.count < 2 || limits.arePassed { return }
    defer {
      limits.passages.add(visitor.findings.passages.count &- counted)
      counted = visitor.findings.passages.count
    }
    visitor.cell = cell
    if list.count <= Self.few {
      compareAll(list)
      return
    }
    if cell.sideBits == rings.grid.fractionBits {
      visitor.compareInPixel(lists.elements[list])
      return
    }
    if isFan(list, cell) { return }
    if areLong(list, cell), sweep(list, cell, atMost: 8 * list.count) { return }
    let top = lists.count
    var ends = [top]
    for number in 0..<4 {
      let quarter = cell.quarter(number)
      for place in list {
        let edge = lists[place]
        if quarter.isNear(vertices[Int(edge)], vertices[Int(edge) &+ 1]) { lists.append(edge) }
      }
      ends.append(lists.count)
    }
    budget -= lists.count - top
    if budget < 0 {
      lists.removeLast(lists.count - top)
      visitor.cell = cell
      if !sweep(list, cell, atMost: .max), !limits.arePassed { compareAll(list) }
      return
    }
    for number in 0..<4 { search(cell.quarter(number), ends[number]..<ends[number + 1]) }
    lists.removeLast(lists.count - top)
  }

  /// Whether all edges come from one vertex and none ends elsewhere in the cell, so that nothing happens there but in
  /// that vertex; that is noted.
  private mutating func isFan(_ list: Range<Int>, _ cell: PixelCell) -> Bool {
    func ends(_ place: Int) -> (GridPoint, GridPoint) {
      (vertices[Int(lists[place])], vertices[Int(lists[place]) &+ 1])
    }
    let (first, second) = (ends(list.lowerBound), ends(list.upperBound - 1))
    let hub = first.0 == second.0 || first.0 == second.1 ? first.0 : first.1
    for place in list {
      let (p, q) = ends(place)
      guard p == hub || q == hub, !cell.contains(p == hub ? q : p) else { return false }
    }
    if cell.contains(hub) {
      visitor.cell = cell.pixel(of: hub, rings.grid)
      visitor.compareInPixel(lists.elements[list])
    }
    return true
  }

  /// Whether edges are long for a cell, by a sample.
  private func areLong(_ list: Range<Int>, _ cell: PixelCell) -> Bool {
    guard list.count > 2 * Self.few, cell.sideBits > rings.grid.fractionBits + 3 else { return false }
    let step = max(1, list.count / 32)
    var (sum, count) = (0.0, 0.0)
    for place in stride(from: list.lowerBound, to: list.upperBound, by: step) {
      let (p, q) = (vertices[Int(lists[place])], vertices[Int(lists[place]) &+ 1])
      sum += Double(max(abs(q.x &- p.x), abs(q.y &- p.y)))
      count += 1
    }
    return sum > count * Double(Int64(1) << (cell.sideBits - 2))
  }

  private mutating func compareAll(_ list: Range<Int>) {
    limits.pairs.add(list.count &* list.count / 2)
    for place in list {
      let (i, ring) = (Int(lists[place]), visitor.ring(of: lists[place]))
      for other in place &+ 1..<list.upperBound {
        let j = Int(lists[other])
        visitor.compareBoxes(i, ofRing: ring, j)
      }
      if areTooMany { break }
    }
    finishCrossings(list)
  }

  /// Whether more crossings are open than may be found at all.
  private var areTooMany: Bool { visitor.openCrossings > Limits.mostPassages / 2 }

  /// Compares the pixels of crossings with all edges near a part, unless that takes too long.
  private mutating func finishCrossings(_ list: Range<Int>) {
    limits.pairs.add(visitor.openCrossings &* list.count)
    if areTooMany { limits.passages.add(Limits.mostPassages + 1) }
    if !limits.arePassed { visitor.finishCrossings(lists.elements[list]) }
  }

  /// Compares the edges whose shadows meet, unless those are too many, or edges cross.
  private mutating func sweep(_ list: Range<Int>, _ cell: PixelCell, atMost most: Int) -> Bool {
    let edges = UnsafeBufferPointer(rebasing: lists.elements[list])
    let surroundings = cell.surroundings
    LineSweep(across: edges, vertices, in: surroundings).cast(edges, vertices, into: shadows)
    let margin = Double(rings.grid.half) * 3
    for place in 0..<shadows.count { shadows[place].high += 2 * margin }
    let most = min(most, 1 << 30)
    var meetings = 0
    let areFew = LineSweep.forEachMeeting(shadows.elements) { _, _ in
      meetings &+= 1
      return meetings <= most
    }
    limits.pairs.add(meetings)
    if !areFew || limits.arePassed { return false }
    _ = LineSweep.forEachMeeting(shadows.elements) { i, j in
      visitor.compareBoxes(Int(i), ofRing: visitor.ring(of: i), Int(j))
      return !areTooMany
    }
    if most < 1 << 30, visitor.openCrossings > 0 {
      // Others may pass through the same pixels, which smaller parts find out sooner.
      visitor.forgetCrossings()
      return false
    }
    finishCrossings(list)
    return true
  }
}
