/// Finds pairs of edges that may meet in a cell, in a time that grows little faster than the number of edges and of pairs
/// that do, however the edges lie: rays that run apart from a point are taken apart by no division into cells (a hereditary
/// segment tree: Chazelle, Edelsbrunner, Guibas and Sharir, "Algorithms for bichromatic line-segment problems and
/// polyhedral terrains", 1994).
///
/// The cell is halved into upright slabs. The edges of one set that cross a slab from side to side have an order in it, as
/// long as they do not cross each other; so what else is in the slab meets those between its places at either end, which
/// bisection finds. The other edges go on into the halves.
///
/// Positions are those of the part of an edge within the cell (`EdgePart`), in Doubles whose errors are far below the unit
/// by which edges may lie apart: it only leaves out pairs that do not meet. Some are found in several slabs.
struct SlabSweep {
  /// How a sweep ended.
  enum End {
    /// All pairs were found.
    case done
    /// Two edges of one set cross.
    case crossing
    /// Nobody wanted more, or there were too many.
    case stopped
  }

  /// The part of an edge within the cell, from west to east.
  private struct Item {
    let startX: Double
    let startY: Double
    let endX: Double
    let endY: Double
    let edge: UInt32

    init?(_ edge: UInt32, _ vertices: UnsafeBufferPointer<GridPoint>, in cell: Cell) {
      guard let part = EdgePart(of: vertices[Int(edge)], vertices[Int(edge) &+ 1], near: cell) else {
        return nil
      }
      self.edge = edge
      let isEastward = part.startX <= part.endX
      (startX, startY) = isEastward ? (part.startX, part.startY) : (part.endX, part.endY)
      (endX, endY) = isEastward ? (part.endX, part.endY) : (part.startX, part.startY)
    }

    var isUpright: Bool { startX == endX }

    @inline(__always)
    func y(at x: Double) -> Double { startY + (endY - startY) * ((x - startX) / (endX - startX)) }
  }

  private let items: [Item]
  private let firstOfB: Int
  /// Whether both sets are the same.
  private let isOne: Bool
  /// How many more pairs may be found.
  private var left: Int
  private static let margin = 1.0

  /// A sweep of two sets of edges.
  init(
    _ aEdges: some Sequence<UInt32>, _ a: UnsafeBufferPointer<GridPoint>, _ bEdges: some Sequence<UInt32>,
    _ b: UnsafeBufferPointer<GridPoint>, in cell: Cell, atMost most: Int
  ) {
    let aItems = aEdges.compactMap { Item($0, a, in: cell) }
    items = aItems + bEdges.compactMap { Item($0, b, in: cell) }
    (firstOfB, isOne, left) = (aItems.count, false, most)
  }

  /// A sweep of the edges of one set among themselves.
  init(
    _ edges: some Sequence<UInt32>, _ vertices: UnsafeBufferPointer<GridPoint>, in cell: Cell,
    atMost most: Int
  ) {
    items = edges.compactMap { Item($0, vertices, in: cell) }
    (firstOfB, isOne, left) = (items.count, true, most)
  }

  /// Calls `body` with every pair that may meet, of one set in either order, until it returns false.
  mutating func run(_ body: (UInt32, UInt32) -> Bool) -> End {
    let a = Array(0..<firstOfB)
    let b = isOne ? a : Array(firstOfB..<items.count)
    guard !a.isEmpty, !b.isEmpty else { return .done }
    let west = items.reduce(Double.infinity) { min($0, $1.startX) }
    let east = items.reduce(-Double.infinity) { max($0, $1.endX) }
    // A little wider, so that no edge ends on the side of the outermost slab.
    return sweep(west - 1, east + 1, a, b, body)
  }

  private mutating func sweep(
    _ west: Double, _ east: Double, _ a: [Int], _ b: [Int], _ body: (UInt32, UInt32) -> Bool
  ) -> End {
    if a.count * b.count <= 64 { return compareAll(a, b, body) }
    let (longA, shortA) = parted(a, west, east)
    guard let orderedA = ordered(longA, west, east) else { return .crossing }
    for item in b where !compare(item, with: orderedA, west, east, isOfB: true, body) { return .stopped }
    var shortB = shortA
    if !isOne {
      let (longB, otherB) = parted(b, west, east)
      shortB = otherB
      guard let orderedB = ordered(longB, west, east) else { return .crossing }
      for item in shortA where !compare(item, with: orderedB, west, east, isOfB: false, body) {
        return .stopped
      }
    }
    if shortA.isEmpty || shortB.isEmpty { return .done }
    var ends: [Double] = []
    for item in isOne ? shortA : shortA + shortB {
      if items[item].startX > west, items[item].startX < east { ends.append(items[item].startX) }
      if items[item].endX > west, items[item].endX < east { ends.append(items[item].endX) }
    }
    if ends.isEmpty { return compareUpright(shortA, shortB, body) }
    ends.sort()
    let middle = ends[ends.count / 2]
    for (low, high) in [(west, middle), (middle, east)] {
      func isThere(_ item: Int) -> Bool { items[item].startX <= high && items[item].endX >= low }
      let partA = shortA.filter(isThere)
      let end = sweep(low, high, partA, isOne ? partA : shortB.filter(isThere), body)
      guard case .done = end else { return end }
    }
    return .done
  }

  /// The edges that cross a slab from side to side, and the others.
  private func parted(_ all: [Int], _ west: Double, _ east: Double) -> (long: [Int], short: [Int]) {
    var (long, short) = ([Int](), [Int]())
    for item in all {
      if items[item].startX <= west && items[item].endX >= east {
        long.append(item)
      } else {
        short.append(item)
      }
    }
    return (long, short)
  }

  /// Edges that cross a slab, from south to north; nil if two cross each other.
  private func ordered(_ long: [Int], _ west: Double, _ east: Double) -> [Int]? {
    let middle = west + (east - west) / 2
    let keys = long.map { items[$0].y(at: middle) }
    let order = long.indices.sorted { keys[$0] < keys[$1] }.map { long[$0] }
    // No edge may come below any before it, give or take the errors.
    var top = SIMD2<Double>(repeating: -.infinity)
    for item in order {
      let ends = heights(of: item, west, east)
      if any(ends .< top - Self.margin / 4) { return nil }
      top = pointwiseMax(top, ends)
    }
    return order
  }

  @inline(__always)
  private func heights(of item: Int, _ from: Double, _ to: Double) -> SIMD2<Double> {
    SIMD2(items[item].y(at: from), items[item].y(at: to))
  }

  /// Compares an edge with those of an ordered list that it may meet; false to end the search.
  private mutating func compare(
    _ item: Int, with order: [Int], _ west: Double, _ east: Double, isOfB: Bool,
    _ body: (UInt32, UInt32) -> Bool
  ) -> Bool {
    if order.isEmpty { return true }
    let own = items[item]
    let (from, to) = (max(own.startX, west), min(own.endX, east))
    let (low, high): (SIMD2<Double>, SIMD2<Double>)
    if own.isUpright {
      low = SIMD2(repeating: min(own.startY, own.endY))
      high = SIMD2(repeating: max(own.startY, own.endY))
    } else {
      low = SIMD2(own.y(at: from), own.y(at: to))
      high = low
    }
    let first = order.partitioningIndex { !all(heights(of: $0, from, to) .< low - Self.margin) }
    for other in order[first...] {
      if all(heights(of: other, from, to) .> high + Self.margin) { break }
      if other == item { continue }
      left -= 1
      guard left >= 0, isOfB ? body(items[other].edge, own.edge) : body(own.edge, items[other].edge) else {
        return false
      }
    }
    return true
  }

  private mutating func compareAll(_ a: [Int], _ b: [Int], _ body: (UInt32, UInt32) -> Bool) -> End {
    for item in a {
      for other in b where other != item {
        left -= 1
        guard left >= 0, body(items[item].edge, items[other].edge) else { return .stopped }
      }
    }
    return .done
  }

  /// Compares upright edges on one line, the only ones that cross no slab.
  private mutating func compareUpright(_ a: [Int], _ b: [Int], _ body: (UInt32, UInt32) -> Bool) -> End {
    func upright(_ all: [Int]) -> [(x: Double, low: Double, high: Double, item: Int)] {
      all.filter { items[$0].isUpright }.map {
        (items[$0].startX, min(items[$0].startY, items[$0].endY), max(items[$0].startY, items[$0].endY), $0)
      }.sorted { ($0.x, $0.low) < ($1.x, $1.low) }
    }
    let (a, b) = (upright(a), upright(b))
    // Each with those of the other set that begin within it: of two that meet one begins within the other.
    for (own, others, isOfB) in [(a, b, false), (b, a, true)] {
      for item in own {
        let first = others.partitioningIndex { ($0.x, $0.low) >= (item.x, item.low - Self.margin) }
        for other in others[first...] where other.item != item.item {
          if other.x != item.x || other.low > item.high + Self.margin { break }
          left -= 1
          let (own, second) = (items[item.item].edge, items[other.item].edge)
          guard left >= 0, isOfB ? body(second, own) : body(own, second) else { return .stopped }
        }
      }
    }
    return .done
  }
}
