/// Finds the areas in which two edges have a point in common that is not simply the end of one and the
/// start of the next.
struct ContactSearch: CellVisitor {
  private let layer: GridLayer
  private let pointers: LayerEdges
  private let scratch = Scratch<BoxGroup>()
  private let shadows = Scratch<LineSweep.Shadow>()
  private let areas = Scratch<UInt32>()
  /// For each area, whether a contact was found.
  private(set) var hasContact: [Bool]

  init(_ layer: GridLayer, _ pointers: LayerEdges) {
    self.layer = layer
    self.pointers = pointers
    hasContact = [Bool](repeating: false, count: layer.count)
  }

  mutating func compare(
    _ cell: Cell, _ edges: UnsafeBufferPointer<UInt32>, _: UnsafeBufferPointer<UInt32>
  ) {
    let boxes = CellBoxes(edges, pointers.vertices, in: cell, scratch: scratch)
    areas.reset(count: edges.count)
    for position in 0..<edges.count { areas[position] = pointers.area(of: edges[position]) }
    for position in 0..<edges.count {
      let area = areas[position]
      if hasContact[Int(area)] { continue }
      let edge = Int(edges[position])
      boxes.forEachMeeting(pointers.vertices[edge], pointers.vertices[edge &+ 1], after: position) { other in
        if areas[other] == area && touch(edge, Int(edges[other])) { hasContact[Int(area)] = true }
      }
    }
  }

  mutating func sweep(
    _ cell: Cell, _ edges: UnsafeBufferPointer<UInt32>, _: UnsafeBufferPointer<UInt32>, atMost most: Int
  ) -> Bool {
    LineSweep(across: edges, pointers.vertices, in: cell).cast(edges, pointers.vertices, into: shadows)
    var meetings = 0
    let areFew = LineSweep.forEachMeeting(shadows.elements) { _, _ in
      meetings &+= 1
      return meetings <= most
    }
    guard areFew else { return false }
    return LineSweep.forEachMeeting(shadows.elements) { first, second in
      let area = pointers.area(of: first)
      if pointers.area(of: second) == area, !hasContact[Int(area)], touch(Int(first), Int(second)) {
        hasContact[Int(area)] = true
      }
      return true
    }
  }

  mutating func sweepSlabs(
    _ cell: Cell, _ edges: UnsafeBufferPointer<UInt32>, _: UnsafeBufferPointer<UInt32>
  ) -> Bool {
    // Area by area: those of several may cross each other.
    let byArea = edges.map { (area: pointers.area(of: $0), edge: $0) }.sorted {
      ($0.area, $0.edge) < ($1.area, $1.edge)
    }
    var first = 0
    while first < byArea.count {
      let area = byArea[first].area
      var end = first + 1
      while end < byArea.count, byArea[end].area == area { end += 1 }
      let own = byArea[first..<end].lazy.map(\.edge)
      first = end
      if hasContact[Int(area)] { continue }
      var sweep = SlabSweep(own, pointers.vertices, in: cell, atMost: 64 * own.count)
      var touches = false
      let ended = sweep.run { one, other in
        touches = touch(Int(min(one, other)), Int(max(one, other)))
        return !touches
      }
      switch ended {
      case .done: break
      case .crossing: hasContact[Int(area)] = true
      case .stopped:
        if !touches { return false }
        hasContact[Int(area)] = true
      }
    }
    return true
  }

  /// Whether two edges of an area touch although they need not.
  private func touch(_ first: Int, _ second: Int) -> Bool {
    let (p, q) = (pointers.vertices[first], pointers.vertices[first &+ 1])
    let (r, s) = (pointers.vertices[second], pointers.vertices[second &+ 1])
    guard boxesMeet(p, q, r, s) else { return false }
    if q == r && isFollowed(first, by: second) { return turnsBack(p, q, s) }
    if s == p && isFollowed(second, by: first) { return turnsBack(r, s, q) }
    return edgesTouch(p, q, r, s)
  }

  /// Whether the second edge follows the first in their ring.
  private func isFollowed(_ first: Int, by second: Int) -> Bool {
    if second == first &+ 1 { return true }
    let edges = layer.edges(of: pointers.ring(of: UInt32(first)))
    return first == edges.upperBound - 1 && second == edges.lowerBound
  }
}
