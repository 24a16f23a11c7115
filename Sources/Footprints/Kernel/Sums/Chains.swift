/// Elements that one worker found, in chains by area.
struct Chains<Element: BitwiseCopyable & Sendable>: Sendable {
  private struct Link: BitwiseCopyable {
    let element: Element
    /// The one before it in its chain, counted from 1; 0 if there is none.
    let next: UInt32
  }

  /// The last of each area's chain, counted from 1.
  private var heads: [UInt32]
  /// Pieces of equal size, so that growing moves nothing.
  private var pieces: [[Link]] = []
  /// How many elements there are in all chains.
  private(set) var count = 0
  private static var pieceBits: Int { 14 }

  /// Empty chains for a number of areas.
  init(areaCount: Int) { heads = [UInt32](repeating: 0, count: areaCount) }

  /// Adds an element to an area's chain.
  mutating func append(_ element: Element, to area: UInt32) {
    if count & (1 << Self.pieceBits - 1) == 0 {
      pieces.append([])
      pieces[pieces.count - 1].reserveCapacity(1 << Self.pieceBits)
    }
    pieces[pieces.count - 1].append(Link(element: element, next: heads[Int(area)]))
    count += 1
    heads[Int(area)] = UInt32(truncatingIfNeeded: count)
  }

  /// Calls `body` with every element in an area's chain.
  func forEach(of area: Int, _ body: (Element) -> Void) {
    var place = Int(heads[area])
    while place > 0 {
      let link = pieces[(place - 1) >> Self.pieceBits][(place - 1) & (1 << Self.pieceBits - 1)]
      body(link.element)
      place = Int(link.next)
    }
  }
}
